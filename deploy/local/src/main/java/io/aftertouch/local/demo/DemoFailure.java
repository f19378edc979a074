package io.aftertouch.local.demo;

/** The demo could not be told to the end. The message is one sentence for the person who asked for it. */
public final class DemoFailure extends RuntimeException {

    DemoFailure(String sentence) {
        super(sentence);
    }

    DemoFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
