package io.aftertouch.platform.idempotency;

/** Ends a request whose key is known: the first answer is given again. Not a failure. */
final class AnsweredBefore extends RuntimeException {

    private final transient RememberedAnswer answer;

    AnsweredBefore(RememberedAnswer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    RememberedAnswer answer() {
        return answer;
    }
}
