package io.aftertouch.embedded;

/** A part that could not be started. The message is one sentence for the person who started it. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
