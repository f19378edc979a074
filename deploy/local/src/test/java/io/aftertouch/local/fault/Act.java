package io.aftertouch.local.fault;

import java.util.UUID;

/** Something that a client of the suite wants to have happened once, however often it has to ask for it. */
sealed interface Act {

    /** What it is about: whoever asks for the same name asks for the same thing. */
    String name();

    /** What it says, as far as it must be stored. */
    String body();

    /** Whether calls carry an Idempotency-Key, so that every repeat gets the very first answer. */
    default boolean isKeyed() {
        return false;
    }

    /** A touchpoint event of one respondent. */
    record Happened(String id, String touchpoint, String ref, boolean isKeyed) implements Act {

        /** How the ids of events begin that happen to people who were erased before. */
        static final String NOBODY = "nobody-";

        boolean isAboutNobody() {
            return id.startsWith(NOBODY);
        }

        @Override
        public String name() {
            return "event " + id;
        }

        @Override
        public String body() {
            return touchpoint + " " + ref;
        }
    }

    /**
     * An answer.
     *
     * @param invitation which invitation it answers; null for one that another system took
     * @param id its id at that system; null for one to an invitation
     * @param ref who answered
     */
    record Said(UUID invitation, String id, String touchpoint, int score, String comment, String ref, boolean isKeyed)
            implements Act {

        @Override
        public String name() {
            return invitation == null ? "answer " + id : "answer to invitation " + invitation;
        }

        @Override
        public String body() {
            return score + " " + comment;
        }
    }

    /** A step of somebody's work on a review case; {@code text} is what is written with it, null for taking it. */
    record Worked(UUID reviewCase, Step step, String text) implements Act {

        enum Step {
            TAKEN,
            NOTED,
            RESOLVED
        }

        @Override
        public String name() {
            return step + " of case " + reviewCase;
        }

        @Override
        public String body() {
            return text;
        }

        @Override
        public boolean isKeyed() {
            return step == Step.NOTED;
        }
    }

    /** The wish that nothing be left of a respondent. */
    record Erased(String ref) implements Act {

        @Override
        public String name() {
            return "erasure of " + ref;
        }

        @Override
        public String body() {
            return ref;
        }
    }
}
