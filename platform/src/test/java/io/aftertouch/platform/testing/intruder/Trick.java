package io.aftertouch.platform.testing.intruder;

import java.util.function.UnaryOperator;

/**
 * Something done to a request that was good before.
 *
 * @param name what it is, for people
 * @param always whether every build does it; of the others each build does some
 */
record Trick(String name, Expected expected, UnaryOperator<Request> change, boolean always) {

    /** What a good answer to it is. */
    enum Expected {
        DONE("a documented success"),
        REFUSED("a refusal"),
        TOO_LARGE("413"),
        TOO_LONG("414"),
        NO_ENTRY("401"),
        SHUT("nothing but a refusal"),
        ANYTHING("a documented answer");

        private final String words;

        Expected(String words) {
            this.words = words;
        }

        boolean isMetBy(int status) {
            return switch (this) {
                case DONE -> status >= 200 && status < 400;
                case REFUSED -> status >= 400 && status < 500;
                case TOO_LARGE -> status == 413;
                case TOO_LONG -> status == 414;
                case NO_ENTRY -> status == 401;
                case SHUT -> status == 400 || status == 401 || status == 403 || status == 404 || status == 405;
                case ANYTHING -> status < 500;
            };
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static Trick of(String name, Expected expected, UnaryOperator<Request> change) {
        return new Trick(name, expected, change, false);
    }

    /** Whether it shows that nobody gets in without credentials. */
    boolean isAboutEntry() {
        return expected == Expected.NO_ENTRY || expected == Expected.SHUT;
    }

    /** What proves a limit or a lock of this operation. */
    static Trick always(String name, Expected expected, UnaryOperator<Request> change) {
        return new Trick(name, expected, change, true);
    }
}
