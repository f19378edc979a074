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
 * @param freeAt when the person may be asked again
 * @param invitation what came of it
 */
public record Verdict(
        Optional<UUID> rule,
        Optional<String> survey,
        Outcome outcome,
        Reason reason,
        Optional<Instant> freeAt,
        Optional<UUID> invitation) {

    /** Nobody waits for events of this touchpoint. */
    public static final Verdict NO_RULE = new Verdict(
            Optional.empty(),
            Optional.empty(),
            Outcome.NOT_INVITED,
            Reason.NO_RULE,
            Optional.empty(),
            Optional.empty());

    public static Verdict of(Judgement judgement, Optional<UUID> invitation) {
        Optional<Instant> freeAt =
                switch (judgement) {
                    case Judgement.Invited invited -> Optional.empty();
                    case Judgement.Deferred deferred -> Optional.of(deferred.freeAt());
                    case Judgement.NotInvited not -> not.freeAt();
                };
        return new Verdict(
                Optional.of(judgement.terms().rule()),
                Optional.of(judgement.terms().survey()),
                judgement.outcome(),
                judgement.reason(),
                freeAt,
                invitation);
    }
}
