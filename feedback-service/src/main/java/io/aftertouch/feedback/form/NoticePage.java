package io.aftertouch.feedback.form;

import java.util.Optional;

/** A page without a question: it says what is the matter and what to do. */
record NoticePage(
        Shell shell, Kind kind, Optional<String> email, Optional<String> phone, Optional<AnswerLinks> answer) {

    /**
     * Where whoever answered here can look after the answer.
     *
     * @param path address of the form
     * @param shown whether the answer is still shown there
     */
    record AnswerLinks(String path, boolean shown) {}

    /** What is the matter, and the HTTP status that says the same to programs. */
    enum Kind {
        /** Nothing can be answered here any more. */
        CLOSED(410),
        /** There is no such link; looks the same. */
        UNKNOWN(404),
        /** Nothing can be answered through this public link. */
        LINK_CLOSED(410),
        /** There is no such public link; looks the same. */
        LINK_UNKNOWN(404),
        /** The customer took the answer back. */
        WITHDRAWN(410),
        TOO_MANY(429),
        NOT_READY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** Whether it is seen by those who open a public link. */
        boolean isOfPublicLinks() {
            return switch (this) {
                case LINK_CLOSED, LINK_UNKNOWN, TOO_MANY, NOT_READY -> true;
                case CLOSED, UNKNOWN, WITHDRAWN -> false;
            };
        }
    }

    public boolean gone() {
        return kind == Kind.CLOSED || kind == Kind.UNKNOWN;
    }

    public boolean linkGone() {
        return kind == Kind.LINK_CLOSED || kind == Kind.LINK_UNKNOWN;
    }

    public boolean withdrawn() {
        return kind == Kind.WITHDRAWN;
    }

    public AnswerLinks answerOrNull() {
        return answer.orElse(null);
    }

    public boolean tooMany() {
        return kind == Kind.TOO_MANY;
    }

    public String emailOrNull() {
        return email.orElse(null);
    }

    public String phoneOrNull() {
        return phone.orElse(null);
    }
}
