package io.aftertouch.score.target;

import java.time.Instant;
import java.util.Optional;

import io.aftertouch.score.metric.Forecast;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.report.ScoreReport;

/**
 * How a target does.
 *
 * @param scale on which it is judged; empty when nobody has answered lately
 * @param soFar the answers of its period until now; empty before it starts and without answers
 * @param expected how many more answers are expected until it is due, if their rate stays; empty when that is not known or it is due
 * @param forecast of the score on the due day; empty when it is due and when there are too few answers to say
 */
record Outlook(
        TargetState state,
        Optional<Scale> scale,
        Optional<ScoreReport.Bucket> soFar,
        Optional<Long> expected,
        Optional<Forecast> forecast,
        Instant asOf) {}
