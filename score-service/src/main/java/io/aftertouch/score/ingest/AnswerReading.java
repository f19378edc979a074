package io.aftertouch.score.ingest;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.ingest.AnswerChange.Given;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Origin;

/** Understands events about answers, and gives what they name the numbers under which it is tallied. */
@ApplicationScoped
class AnswerReading {

    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final Channels channels;
    private final SegmentProfiles profiles;

    AnswerReading(Touchpoints touchpoints, SurveyVersions surveys, Channels channels, SegmentProfiles profiles) {
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.channels = channels;
        this.profiles = profiles;
    }

    /** What the event says of an answer; nothing when its type is not known here. */
    Stream<AnswerChange> read(ReceivedEvent event) {
        return switch (event.type()) {
            case "response.recorded" -> {
                var answer = event.as(AnswerEvent.class);
                yield Stream.of(change(event, answer, answer.given(), null));
            }
            case "response.revised" -> {
                var answer = event.as(AnswerEvent.class);
                yield Stream.of(change(event, answer, answer.given(), answer.givenBefore()));
            }
            case "response.withdrawn" -> {
                var answer = event.as(AnswerEvent.class);
                yield Stream.of(change(event, answer, null, answer.given()));
            }
            default -> Stream.empty();
        };
    }

    private AnswerChange change(ReceivedEvent event, AnswerEvent answer, Given now, Given before) {
        return new AnswerChange(
                answer.id(),
                answer.revision(),
                answer.respondentRef(),
                answer.touchpoint(),
                answer.survey(),
                answer.surveyVersion(),
                answer.standardScale(),
                answer.channel(),
                answer.segments(),
                origin(answer),
                now,
                before,
                answer.answeredAt(),
                event);
    }

    private Origin origin(AnswerEvent answer) {
        return new Origin(
                touchpoints.idOf(answer.touchpoint()),
                surveys.idOf(answer.survey(), answer.surveyVersion(), answer.standardScale()),
                channels.idOf(answer.channel()),
                profiles.idOf(answer.segments()));
    }
}
