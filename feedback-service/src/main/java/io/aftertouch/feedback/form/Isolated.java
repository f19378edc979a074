package io.aftertouch.feedback.form;

/** Text of somebody else within a sentence of ours: its direction stays its own. */
final class Isolated {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private Isolated() {}

    static String text(String foreign) {
        return FIRST_STRONG_ISOLATE + foreign + POP_DIRECTIONAL_ISOLATE;
    }
}
