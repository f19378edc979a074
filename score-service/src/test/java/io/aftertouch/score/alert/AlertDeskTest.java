package io.aftertouch.score.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.cusum.Cell;
import io.aftertouch.score.cusum.Cells;
import io.aftertouch.score.cusum.Signal;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.ingest.AnswerChange.Given;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Origin;
import io.aftertouch.score.tally.Rollup;
import io.aftertouch.score.tally.Tallies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of alerts when problems come back, belong together or end one after the other, batch by batch. */
@QuarkusTest
@RealInfrastructureTest
class AlertDeskTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

    @Inject
    AlertDesk desk;

    @Inject
    AlertWork work;

    @Inject
    AlertRepository alerts;

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

    @Inject
    Database database;

    private final String place = "desk." + UUID.randomUUID().toString().substring(0, 8);
    private Instant now = MONDAY;

    /** Three weeks in which one of ten answers was negative everywhere. */
    @BeforeEach
    void fourQuietWeeks() {
        QuarkusTransaction.requiringNew().run(() -> {
            Rollup rollup = new Rollup();
            for (int i = 0; i < 400; i++) {
                Instant at = MONDAY.minus(Duration.ofDays(1 + i / 20));
                rollup.add(
                        origin(who(i % 2 == 0 ? "SE" : "DK", i / 2 % 2 == 0 ? "pro" : "basic")),
                        at,
                        i / 4 % 10 == 0 ? 2 : 10);
            }
            tallies.add(rollup);
        });
    }

    @Test
    void aProblemThatComesBackIsTheSameAlertAndUnknownAgain() {
        answers("SE", 40, i -> true);
        Alert opened = only();
        assertThat(opened.segment()).contains(Segment.parse("country:SE"));
        work.acknowledge(opened.id(), "key:test", "The carrier has been called", null);

        answers("SE", 160, i -> i % 12 == 0);
        assertThat(only().state()).isEqualTo(AlertState.RECOVERED);

        answers("SE", 60, i -> true);
        Alert again = only();
        assertThat(again.id()).isEqualTo(opened.id());
        assertThat(again.state()).isEqualTo(AlertState.OPEN);
        assertThat(again.segment()).contains(Segment.parse("country:SE"));
        assertThat(again.acknowledgedBy()).isNull();
        assertThat(again.recoveredAt()).isNull();
        assertThat(steps(again)).containsSubsequence(Step.OPENED, Step.ACKNOWLEDGED, Step.RECOVERED, Step.REOPENED);
    }

    @Test
    void aProblemElsewhereAtTheSamePlaceIsAnotherAlert() {
        answers("SE", 40, i -> true);
        UUID swedes = only().id();
        answers("SE", 160, i -> i % 12 == 0);
        now = now.plus(Duration.ofDays(1));

        answers("DK", 60, i -> true);

        assertThat(all()).hasSize(2);
        assertThat(all().getFirst().segment()).contains(Segment.parse("country:DK"));
        assertThat(all().getLast().id()).isEqualTo(swedes);
        assertThat(all().getLast().state()).isEqualTo(AlertState.RECOVERED);
    }

    @Test
    void whatOneCauseAlarmsJoinsOneAlert() {
        answers("SE", 60, i -> true);

        List<String> alarmed = joined(only());

        assertThat(alarmed).contains("", "SE").hasSizeGreaterThanOrEqualTo(3);
        assertThat(only().segment()).contains(Segment.parse("country:SE"));
    }

    /** The cell that it is told of calms together with another one; a third stays alarmed. */
    @Test
    void anAlertIsToldOfWhatIsStillAlarmedWhicheverCellsHaveCalmed() {
        answers("SE", 60, i -> true);
        int swedes = cell("country", "SE");
        int everybody = cell("", "");
        int professionals = cell("plan", "pro");
        assertThat(only().cellId()).isEqualTo(swedes);
        Signal ofSwedes = calmed(swedes);
        Signal ofEverybody = calmed(everybody);

        QuarkusTransaction.requiringNew().run(() -> desk.tell(List.of(ofSwedes, ofEverybody)));

        assertThat(only().state()).isEqualTo(AlertState.OPEN);
        assertThat(joined(only())).doesNotContain("", "SE").contains("pro");
        assertThat(only().cell())
                .isEqualTo(cells.standing(only().cellId()).orElseThrow().cell());
        assertThat(cells.standing(only().cellId()).orElseThrow().alarmed()).isTrue();

        List<Integer> left = QuarkusTransaction.requiringNew().call(() -> alerts.cellsOf(only().id()));
        assertThat(left).contains(professionals);
        List<Signal> rest = left.stream().map(this::calmed).toList();
        QuarkusTransaction.requiringNew().run(() -> desk.tell(rest));
        assertThat(only().state()).isEqualTo(AlertState.RECOVERED);
    }

    /** The same batch again and again is one batch: the inbox keeps repetitions away, and an alarm that is on raises no other. */
    @Test
    void whatGetsWorseIsToldAsGrownAndNotAsNew() {
        for (int batch = 0; batch < 8; batch++) {
            answers("SE", 20, i -> true);
        }

        assertThat(steps(only())).startsWith(Step.OPENED).contains(Step.GREW).doesNotContain(Step.REOPENED);
    }

    /** Instances, partitions and outages bring answers in any order: what raises an alarm may be older than what began it. */
    @Test
    void answersThatAreHeardBackwardsRaiseAlarmsToo() {
        for (int i = 0; i < 60; i++) {
            now = now.minus(Duration.ofHours(1));
            hear(List.of(
                    change(who("SE", i % 2 == 0 ? "pro" : "basic"), true, now),
                    change(who("DK", i % 2 == 0 ? "pro" : "basic"), i % 12 == 5, now)));
        }

        assertThat(only().state()).isEqualTo(AlertState.OPEN);
        assertThat(joined(only())).contains("", "SE");
    }

    /** So many answers of a country, one every ten seconds, and as many of the other, where all is as ever; in batches of seven. */
    private void answers(String country, int n, IntPredicate negative) {
        String other = country.equals("SE") ? "DK" : "SE";
        List<AnswerChange> changes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            now = now.plusSeconds(10);
            String plan = i % 2 == 0 ? "pro" : "basic";
            changes.add(change(who(country, plan), negative.test(i), now));
            changes.add(change(who(other, plan), i % 12 == 5, now));
        }
        for (int from = 0; from < changes.size(); from += 7) {
            hear(changes.subList(from, Math.min(changes.size(), from + 7)));
        }
    }

    /** One batch in one transaction. */
    private void hear(List<AnswerChange> batch) {
        QuarkusTransaction.requiringNew().run(() -> {
            Rollup rollup = new Rollup();
            batch.forEach(change -> change.addTo(rollup));
            tallies.add(rollup);
            desk.follow(batch);
        });
    }

    private AnswerChange change(Map<String, String> who, boolean negative, Instant at) {
        return new AnswerChange(
                UUID.randomUUID(),
                1,
                null,
                place,
                place,
                1,
                Scale.NPS,
                "email",
                who,
                origin(who),
                negative ? new Given(2, Band.NEGATIVE) : new Given(10, Band.POSITIVE),
                null,
                at,
                new ReceivedEvent(
                        UUID.randomUUID(), "response.recorded", place, at, JsonNodeFactory.instance.objectNode()));
    }

    private static Map<String, String> who(String country, String plan) {
        return Map.of("country", country, "plan", plan);
    }

    private Origin origin(Map<String, String> who) {
        return new Origin(
                touchpoints.idOf(place), surveys.idOf(place, 1, Scale.NPS), channels.idOf("email"), profiles.idOf(who));
    }

    /** As the watch tells it, with the cell calmed in the database as the watch leaves it. */
    private Signal calmed(int cell) {
        var standing = cells.standing(cell).orElseThrow();
        database.run("UPDATE watch_state SET alarmed = FALSE, level = 0 WHERE cell_id = ?", cell);
        return new Signal(
                cell,
                standing.cell(),
                Signal.Kind.CALMED,
                now,
                standing.since(),
                standing.before(),
                standing.after(),
                standing.gauge());
    }

    private int cell(String dimension, String value) {
        return database.row(
                        "SELECT id FROM watch_cell WHERE touchpoint_id = ? AND scale = 'NPS' AND dimension = ? AND value = ?",
                        row -> row.getInt(1),
                        touchpoints.idOf(place),
                        dimension,
                        value)
                .orElseThrow();
    }

    /** The values of the alarmed segments that an alert tells of; nothing is all respondents. */
    private List<String> joined(Alert alert) {
        return QuarkusTransaction.requiringNew().call(() -> alerts.cellsOf(alert.id())).stream()
                .map(cell -> cells.standing(cell).orElseThrow().cell())
                .map(Cell::segment)
                .map(segment -> segment.map(Segment::value).orElse(""))
                .toList();
    }

    private Alert only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    /** Newest first. */
    private List<Alert> all() {
        return QuarkusTransaction.requiringNew()
                .call(() -> alerts.list(new AlertRepository.Filter(null, place), null, 10));
    }

    private List<Step> steps(Alert alert) {
        return QuarkusTransaction.requiringNew().call(() -> alerts.history(alert.id())).stream()
                .map(AlertStep::step)
                .toList();
    }
}
