package io.aftertouch.score.ingest;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Origin;
import io.aftertouch.score.tally.Rollup;
import io.aftertouch.score.tally.Tallies;

/** Counts answers, and takes back what was changed or withdrawn: a batch is rolled up first and then added to the tallies in one go. */
@ApplicationScoped
class ResponseCounting {

    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final Channels channels;
    private final SegmentProfiles profiles;
    private final Tallies tallies;

    ResponseCounting(
            Touchpoints touchpoints,
            SurveyVersions surveys,
            Channels channels,
            SegmentProfiles profiles,
            Tallies tallies) {
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.channels = channels;
        this.profiles = profiles;
        this.tallies = tallies;
    }

    void count(List<CountChange> changes) {
        Rollup rollup = new Rollup();
        for (CountChange change : changes) {
            Origin origin = origin(change.answer());
            switch (change.kind()) {
                case ADD -> rollup.add(origin, change.answer().answeredAt(), change.score());
                case TAKE_BACK -> rollup.subtract(origin, change.answer().answeredAt(), change.score());
            }
        }
        tallies.add(rollup);
    }

    private Origin origin(ResponseRecorded response) {
        int survey = surveys.idOf(response.survey(), response.surveyVersion(), response.standardScale());
        return new Origin(
                touchpoints.idOf(response.touchpoint()),
                survey,
                channels.idOf(response.channel()),
                profiles.idOf(response.segments()));
    }
}
