package io.aftertouch.score.cusum;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.cusum.Cells.Standing;
import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.ingest.AnswerChange.Given;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Origin;
import io.aftertouch.score.tally.Rollup;
import io.aftertouch.score.tally.Tallies;
import io.aftertouch.score.watch.Share;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How cells stand after batches of answers, each of which starts from what the database holds. */
@QuarkusTest
@RealInfrastructureTest
class AnswerWatchTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private static final Map<String, String> DANES = Map.of("country", "DK");

    @Inject
    AnswerWatch watch;

    @Inject
    Cells cells;

    @Inject
    Touchpoints touchpoints;

    @Inject
    SurveyVersions surveys;

    @Inject
    Channels channels;

    @Inject
    SegmentProfiles profiles;

    @Inject
    Tallies tallies;

    private final List<Signal> signals = new ArrayList<>();

    @Test
    void howAnswersAreCutIntoBatchesChangesNothing() {
        List<Boolean> answers =
                new Random(4).doubles(120).mapToObj(x -> x < 0.5).toList();
        String whole = place();
        String inPieces = place();
        see(all(whole, answers));
        List<Signal.Kind> expected = signals.stream().map(Signal::kind).toList();
        signals.clear();

        List<AnswerChange> pieces = all(inPieces, answers);
        for (int from = 0; from < pieces.size(); from += 7) {
            see(pieces.subList(from, Math.min(pieces.size(), from + 7)));
        }

        assertThat(expected).contains(Signal.Kind.ALARMED);
        assertThat(signals).extracting(Signal::kind).containsExactlyElementsOf(expected);
        assertThat(standing(inPieces, true))
                .usingRecursiveComparison()
                .ignoringFields("id", "cell")
                .isEqualTo(standing(whole, true));
        assertThat(standing(inPieces, false))
                .usingRecursiveComparison()
                .ignoringFields("id", "cell")
                .isEqualTo(standing(whole, false));
    }

    @Test
    void answersOfOneBatchAreTakenInTheOrderInWhichTheyWereGiven() {
        List<Boolean> answers = IntStream.range(0, 60).mapToObj(i -> i >= 40).toList();
        String inOrder = place();
        String turned = place();

        see(all(inOrder, answers));
        see(all(turned, answers).reversed());

        assertThat(standing(turned, true))
                .usingRecursiveComparison()
                .ignoringFields("id", "cell")
                .isEqualTo(standing(inOrder, true));
    }

    @Test
    void whatWasHeardLateIsNotSeen() {
        String place = place();
        see(all(place, List.of(true, true)));
        int level = standing(place, false).level();

        see(List.of(change(place, given(true), null, MONDAY, MONDAY.plus(Duration.ofDays(8)))));

        assertThat(standing(place, false).level()).isEqualTo(level).isPositive();
    }

    @Test
    void aChangedAnswerMovesTheEvidenceOnlyIfItIsNegativeNowOrNoMore() {
        String place = place();
        see(all(place, List.of(true, true, true)));
        Standing three = standing(place, false);

        Instant soon = MONDAY.plus(Duration.ofHours(1));
        see(List.of(change(place, new Given(1, Band.NEGATIVE), given(true), MONDAY, soon)));
        assertThat(standing(place, false)).isEqualTo(three);

        see(List.of(change(place, given(false), given(true), MONDAY, soon)));
        assertThat(standing(place, false).level())
                .isEqualTo(three.level() - three.gauge().steps().unit());
        assertThat(standing(place, false).after()).isEqualTo(three.after().minus(new Share(1, 0)));

        see(List.of(change(place, null, given(false), MONDAY, soon)));
        assertThat(standing(place, false).after().n()).isEqualTo(2);
    }

    /** A touchpoint with four weeks behind it in which one of ten answers was negative. */
    private String place() {
        String place = "watched." + UUID.randomUUID().toString().substring(0, 8);
        QuarkusTransaction.requiringNew().run(() -> {
            Rollup rollup = new Rollup();
            for (int i = 0; i < 200; i++) {
                rollup.add(origin(place), MONDAY.minus(Duration.ofDays(1 + i % 20)), i % 10 == 0 ? 2 : 10);
            }
            tallies.add(rollup);
        });
        return place;
    }

    private void see(List<AnswerChange> changes) {
        signals.addAll(QuarkusTransaction.requiringNew().call(() -> watch.see(changes)));
    }

    private List<AnswerChange> all(String place, List<Boolean> negative) {
        return IntStream.range(0, negative.size())
                .mapToObj(i -> {
                    Instant at = MONDAY.plusSeconds(i);
                    return change(place, given(negative.get(i)), null, at, at);
                })
                .toList();
    }

    private static Given given(boolean negative) {
        return negative ? new Given(2, Band.NEGATIVE) : new Given(10, Band.POSITIVE);
    }

    private AnswerChange change(String place, Given now, Given before, Instant at, Instant heardAt) {
        return new AnswerChange(
                UUID.randomUUID(),
                1,
                null,
                place,
                place,
                1,
                Scale.NPS,
                "email",
                DANES,
                origin(place),
                now,
                before,
                at,
                new ReceivedEvent(
                        UUID.randomUUID(), "response.recorded", place, heardAt, JsonNodeFactory.instance.objectNode()));
    }

    private Origin origin(String place) {
        return new Origin(
                touchpoints.idOf(place),
                surveys.idOf(place, 1, Scale.NPS),
                channels.idOf("email"),
                profiles.idOf(DANES));
    }

    private Standing standing(String place, boolean danes) {
        Cell cell = new Cell(
                touchpoints.idOf(place), "NPS", danes ? Optional.of(Segment.parse("country:DK")) : Optional.empty());
        return QuarkusTransaction.requiringNew()
                .call(() -> cells.standing(cells.hold(List.of(cell)).get(cell).id()))
                .orElseThrow();
    }
}
