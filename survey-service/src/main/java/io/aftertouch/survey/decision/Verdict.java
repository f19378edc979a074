package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;

/**
 * What was decided about one rule.
 *
 * @param rule empty when no rule waits at the touchpoint
 * @param freeAt when the person may be asked again; of what is deferred, when it is judged again
 * @param deadline of what is deferred: after which it is not worth asking any more
 * @param invitation what came of it
 */
public record Verdict(
        Optional<UUID> rule,
        Optional<String> survey,
        Outcome outcome,
        Reason reason,
        Optional<Instant> freeAt,
        Optional<Instant> deadline,
        Optional<UUID> invitation) {

    /** Nobody waits for events of this touchpoint. */
    public static final Verdict NO_RULE = not(Optional.empty(), Optional.empty(), Reason.NO_RULE);

    /** Nobody is asked, and time has nothing to do with it. */
    public static Verdict not(Optional<UUID> rule, Optional<String> survey, Reason reason) {
        return new Verdict(
                rule, survey, Outcome.NOT_INVITED, reason, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The person was erased: no rule is judged for them. */
    public static final Verdict ERASED = not(Optional.empty(), Optional.empty(), Reason.ERASED);

    public static Verdict of(Judgement judgement, Optional<UUID> invitation) {
        return switch (judgement) {
            case Judgement.Invited invited -> of(judgement, Optional.empty(), Optional.empty(), invitation);
            case Judgement.Deferred deferred ->
                of(judgement, Optional.of(deferred.freeAt()), Optional.of(deferred.deadline()), invitation);
            case Judgement.NotInvited not -> of(judgement, not.freeAt(), Optional.empty(), invitation);
        };
    }

    private static Verdict of(
            Judgement judgement, Optional<Instant> freeAt, Optional<Instant> deadline, Optional<UUID> invitation) {
        return new Verdict(
                Optional.of(judgement.terms().rule()),
                Optional.of(judgement.terms().survey()),
                judgement.outcome(),
                judgement.reason(),
                freeAt,
                deadline,
                invitation);
    }
}
