package io.aftertouch.score.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.tally.Tallies;

/** Answers questions about scores from the tallies. */
@ApplicationScoped
public class Scores {

    private final Tallies tallies;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final Channels channels;
    private final Clock clock;

    Scores(Tallies tallies, Touchpoints touchpoints, SurveyVersions surveys, Channels channels, Clock clock) {
        this.tallies = tallies;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.channels = channels;
        this.clock = clock;
    }

    /** For whoever has several questions at once. */
    public ScoreReading reading() {
        return new ScoreReading(tallies, touchpoints.all(), surveys.all(), channels.all());
    }

    /**
     * @throws MixedScales when answers given on different scales would have to be added up
     * @throws InvalidQuery when there would be too many buckets
     */
    public ScoreReport report(ScoreQuery query) {
        Instant asOf = clock.instant();
        return new ScoreReport(query.metric(), asOf, reading().groups(query));
    }

    /**
     * The same for each touchpoint by itself, found by its key. Where a touchpoint was asked about on several scales, each of them
     * has a group of its own.
     *
     * @throws InvalidQuery when there would be too many buckets
     */
    public Map<String, List<ScoreReport.Group>> byTouchpoint(ScoreQuery query) {
        return reading().byTouchpoint(query);
    }
}
