package io.aftertouch.survey.judging;

import java.time.Instant;
import java.util.Optional;

/** The outcome of judging one rule for one event, and its reason. */
public sealed interface Judgement {

    Terms terms();

    Outcome outcome();

    Reason reason();

    /** The person will be asked. */
    record Invited(Terms terms, Channel channel, Instant dueAt, Instant expiresAt) implements Judgement {

        @Override
        public Outcome outcome() {
            return Outcome.INVITED;
        }

        @Override
        public Reason reason() {
            return Reason.INVITED;
        }
    }

    /**
     * Time stands against asking, and it is worth waiting for.
     *
     * @param freeAt when it is judged again
     * @param deadline after which it is not worth asking any more
     */
    record Deferred(Terms terms, Instant freeAt, Instant deadline) implements Judgement {

        @Override
        public Outcome outcome() {
            return Outcome.DEFERRED;
        }

        @Override
        public Reason reason() {
            return Reason.DEFERRED_TO;
        }
    }

    /**
     * The person will not be asked.
     *
     * @param freeAt when the same question would be all right again, if time is what stands against it
     */
    record NotInvited(Terms terms, Reason reason, Optional<Instant> freeAt) implements Judgement {

        @Override
        public Outcome outcome() {
            return Outcome.NOT_INVITED;
        }
    }
}
