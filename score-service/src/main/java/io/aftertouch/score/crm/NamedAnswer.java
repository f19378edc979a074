package io.aftertouch.score.crm;

import java.time.Instant;
import java.util.UUID;

import io.aftertouch.score.ingest.AnswerChange;

/**
 * An answer of one respondent as it stands after a change, under the numbers of its touchpoint and survey version.
 *
 * @param withdrawn whether it counts no more; the score is then the one that was taken back
 */
public record NamedAnswer(
        UUID answer,
        int revision,
        String respondent,
        int touchpoint,
        int surveyVersion,
        int score,
        Instant answeredAt,
        boolean withdrawn) {

    static NamedAnswer of(AnswerChange change) {
        boolean withdrawn = change.isWithdrawal();
        return new NamedAnswer(
                change.answer(),
                change.revision(),
                change.respondent(),
                change.origin().touchpoint(),
                change.origin().surveyVersion(),
                (withdrawn ? change.before() : change.now()).score(),
                change.answeredAt(),
                withdrawn);
    }
}
