package io.aftertouch.score.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.ingest.AnswerChange.Given;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Origin;
import io.quarkus.arc.All;

/** Understands events about answers, gives what they name the numbers under which it is tallied, and hands it to whoever follows them. */
@ApplicationScoped
public class AnswerEvents {

    /** An answer on which no channel is known is counted under this name. */
    private static final String NO_CHANNEL = "unknown";

    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final Channels channels;
    private final SegmentProfiles profiles;
    private final List<AnswerFollower> answerFollowers;
    private final List<EventFollower> eventFollowers;

    AnswerEvents(
            Touchpoints touchpoints,
            SurveyVersions surveys,
            Channels channels,
            SegmentProfiles profiles,
            @All List<AnswerFollower> answerFollowers,
            @All List<EventFollower> eventFollowers) {
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.channels = channels;
        this.profiles = profiles;
        this.answerFollowers = answerFollowers;
        this.eventFollowers = eventFollowers;
    }

    /** Lets everybody follow what new events say, in the open transaction. */
    public void take(List<ReceivedEvent> events) {
        List<AnswerChange> changes = events.stream().flatMap(this::read).toList();
        if (!changes.isEmpty()) {
            answerFollowers.forEach(follower -> follower.follow(changes));
        }
        eventFollowers.forEach(follower -> follower.hear(events));
    }

    /**
     * What the event says of an answer; nothing when its type is not known here.
     *
     * @throws RuntimeException when it cannot be understood
     */
    public Stream<AnswerChange> read(ReceivedEvent event) {
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

    /** Under which channel an answer is counted. */
    public static String channel(String told) {
        return told == null || told.isEmpty() ? NO_CHANNEL : told;
    }

    /** The segments that say something: an empty value says as much as none. */
    public static Map<String, String> given(Map<String, String> told) {
        return told.entrySet().stream()
                .filter(segment ->
                        segment.getValue() != null && !segment.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
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
