package io.aftertouch.score.recount;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.inbox.Inbox;
import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.inbox.ParkedMessages.Parked;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.platform.sql.Snapshots;
import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.ingest.AnswerEvents;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Origin;
import io.aftertouch.score.tally.Rollup;
import io.aftertouch.score.tally.Tallies;

/**
 * Holds the tallies of a part against its answers, exactly, while answers keep coming in. A view of the tallies and of the events behind them is
 * opened first and the answers are counted after that: whatever is in the tallies is then in the answers too, and what is in the answers only is
 * found among the events that were told about them and not applied. It is subtracted before the two are compared.
 */
@ApplicationScoped
class Comparing {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final FeedbackAnswers feedback;
    private final Snapshots snapshots;
    private final Tallies tallies;
    private final Inbox inbox;
    private final ParkedMessages parked;
    private final AnswerEvents answers;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final Channels channels;
    private final SegmentProfiles profiles;
    private final RecountConfig config;
    private final Clock clock;
    private final ObjectMapper json;

    Comparing(
            FeedbackAnswers feedback,
            Snapshots snapshots,
            Tallies tallies,
            Inbox inbox,
            ParkedMessages parked,
            AnswerEvents answers,
            Touchpoints touchpoints,
            SurveyVersions surveys,
            Channels channels,
            SegmentProfiles profiles,
            RecountConfig config,
            Clock clock,
            ObjectMapper json) {
        this.feedback = feedback;
        this.snapshots = snapshots;
        this.tallies = tallies;
        this.inbox = inbox;
        this.parked = parked;
        this.answers = answers;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.channels = channels;
        this.profiles = profiles;
        this.config = config;
        this.clock = clock;
        this.json = json;
    }

    Comparison of(Part part) {
        return part.isAnywhere()
                ? Comparison.anywhere(tallies.missingAnywhere(part.span()))
                : snapshots.read(LONGEST, () -> compare(part, feedback.of(part)));
    }

    private Comparison compare(Part part, Recounted recounted) {
        Rollup rollup = new Rollup();
        long answered = 0;
        long uncountable = 0;
        for (Recounted.Series series : recounted.series()) {
            long n = series.hours().stream()
                    .flatMapToLong(hour -> Arrays.stream(hour.answers()))
                    .sum();
            Optional<Origin> origin = origin(part, series);
            origin.ifPresent(
                    known -> series.hours().forEach(hour -> rollup.add(known, hour.hour(), Counts.of(hour.answers()))));
            answered += n;
            uncountable += origin.isEmpty() ? n : 0;
        }
        Waiting waiting = waiting(part, recounted);
        waiting.changes().forEach(change -> change.takeFrom(rollup));
        int touchpoint = touchpoints.idOf(part.touchpoint());
        var stored = tallies.stored(touchpoint, part.span());
        return new Comparison(
                answered,
                waiting.changes().size() - waiting.lost().size(),
                waiting.lost(),
                uncountable,
                Comparison.differences(stored, rollup),
                tallies.facetsMissing(touchpoint, part.span(), rollup));
    }

    private Optional<Origin> origin(Part part, Recounted.Series series) {
        return Scale.standard(series.scale())
                .map(scale -> new Origin(
                        touchpoints.idOf(part.touchpoint()),
                        surveys.idOf(series.survey(), series.surveyVersion(), scale),
                        channels.idOf(AnswerEvents.channel(series.channel())),
                        profiles.idOf(AnswerEvents.given(series.segments()))));
    }

    /** What was told and not applied yet, and which of it was lost on the way. */
    private record Waiting(List<AnswerChange> changes, List<ReceivedEvent> lost) {}

    private Waiting waiting(Part part, Recounted recounted) {
        List<ReceivedEvent> stuck = parked.of("responses").stream()
                .flatMap(message -> event(message).stream())
                .toList();
        List<ReceivedEvent> told =
                recounted.told().stream().map(Comparing::event).toList();
        Set<UUID> applied = inbox.applied(Stream.concat(stuck.stream(), told.stream())
                .map(ReceivedEvent::id)
                .toList());
        Set<UUID> parkedHere = stuck.stream().map(ReceivedEvent::id).collect(Collectors.toSet());
        List<AnswerChange> changes = new ArrayList<>();
        told.stream()
                .filter(event -> !applied.contains(event.id()))
                .flatMap(this::read)
                .forEach(changes::add);
        Set<UUID> toldHere = told.stream().map(ReceivedEvent::id).collect(Collectors.toSet());
        stuck.stream()
                .filter(event -> !applied.contains(event.id()) && !toldHere.contains(event.id()))
                .flatMap(this::read)
                .filter(change -> isOf(part, change))
                .forEach(changes::add);
        Instant lostBefore = clock.instant().minus(config.lostAfter());
        Set<UUID> lost = recounted.told().stream()
                .filter(one -> one.sentAt() != null && one.sentAt().isBefore(lostBefore))
                .map(Recounted.Told::id)
                .filter(id -> !parkedHere.contains(id))
                .collect(Collectors.toSet());
        return new Waiting(
                List.copyOf(changes),
                changes.stream()
                        .map(AnswerChange::event)
                        .filter(event -> lost.contains(event.id()))
                        .toList());
    }

    /** An event that cannot be understood is not counted, neither here nor when it comes. */
    private Stream<AnswerChange> read(ReceivedEvent event) {
        try {
            return answers.read(event);
        } catch (RuntimeException e) {
            return Stream.empty();
        }
    }

    private static boolean isOf(Part part, AnswerChange change) {
        return change.touchpoint().equals(part.touchpoint())
                && YearMonth.from(change.answeredAt().atZone(ZoneOffset.UTC)).equals(part.month());
    }

    private static ReceivedEvent event(Recounted.Told told) {
        String answer = told.data().path("id").asText();
        return new ReceivedEvent(told.id(), told.type(), answer, told.createdAt(), told.data());
    }

    private Optional<ReceivedEvent> event(Parked message) {
        try {
            JsonNode data = json.readTree(message.payload());
            return Optional.of(new ReceivedEvent(
                    UUID.fromString(message.eventId()), message.type(), message.key(), message.parkedAt(), data));
        } catch (java.io.IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
