package io.aftertouch.score.recount;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The scores are held against the answers, and put right, while answers keep coming in. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(value = FeedbackLedger.class, scope = TestResourceScope.GLOBAL)
class ReconciliationTest {

    private static final String PATH = "/api/v1/scores/reconciliations";
    private static final Instant NOVEMBER = Instant.parse("2025-11-18T12:30:00Z");
    private static final Instant LAST_YEAR = Instant.parse("2024-02-29T23:59:59Z");

    @Inject
    Database database;

    @Inject
    RunTable runs;

    @Inject
    Reconciler reconciler;

    private final String key = TestKeys.withScopes("admin");
    private final String touchpoint =
            "recounted." + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        FeedbackLedger.away(false);
    }

    @Test
    void damagedTalliesAreFoundAndReportedAndRepaired() {
        for (int i = 0; i < 12; i++) {
            FeedbackLedger.give(touchpoint, "DK", i % 11, i % 2 == 0 ? NOVEMBER : LAST_YEAR)
                    .send();
        }
        untilCounted();
        database.run("UPDATE tally SET n9 = n9 + 3 WHERE grain = 'DAY' AND bucket = '2025-11-18' AND " + here());
        database.run("DELETE FROM tally WHERE bucket < '2025-01-01' AND " + here());
        database.run("INSERT INTO tally (grain, touchpoint_id, bucket, survey_version_id, channel_id, profile_id, n1)"
                + " SELECT 'MONTH', touchpoint_id, '2023-05-01', survey_version_id, channel_id, profile_id, 7 FROM tally WHERE "
                + here() + " LIMIT 1");
        Map<String, Counts> damaged = tallies();

        JsonPath seen = reconciled(false);

        assertThat(tallies()).isEqualTo(damaged);
        assertThat(seen.getMap("reconciliation"))
                .containsEntry("parts", 3 + 3)
                .containsEntry("answers", 12)
                .containsEntry("differences", 5)
                .containsEntry("countsOff", 3 + 7 + 3 * 6)
                .containsEntry("countsRepaired", 0);
        assertThat(seen.getMap("differences.find { it.grain == 'DAY' && it.bucket == '2025-11-18T00:00:00Z' }"))
                .containsEntry("touchpoint", touchpoint)
                .containsEntry("survey", touchpoint + "-survey/1")
                .containsEntry("segments", Map.of("country", "DK"))
                .containsEntry("stored", List.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 3, 1))
                .containsEntry("recounted", List.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1))
                .containsEntry("repaired", false);

        assertThat(reconciled(true).getMap("reconciliation")).containsEntry("countsRepaired", 3 + 7 + 3 * 6);

        assertThat(tallies()).containsOnly(grain("HOUR"), grain("DAY"), grain("MONTH"));
        assertThat(reconciled(false).getMap("reconciliation")).containsEntry("differences", 0);
    }

    @Test
    void aLostEventIsAppliedOnceEvenIfItComesAfterAll() {
        FeedbackLedger.Told heard =
                FeedbackLedger.give(touchpoint, "SE", 9, NOVEMBER).send();
        untilCounted();
        FeedbackLedger.Told lost =
                FeedbackLedger.give(touchpoint, "SE", 2, NOVEMBER).lose();
        FeedbackLedger.Told changed = FeedbackLedger.revise(heard.answer(), 10).lose();

        assertThat(reconciled(false).getMap("reconciliation"))
                .containsEntry("lost", 2)
                .containsEntry("caughtUp", 0)
                .containsEntry("differences", 0);
        assertThat(reconciled(true).getMap("reconciliation"))
                .containsEntry("caughtUp", 2)
                .containsEntry("differences", 0);
        assertThat(counted()).isEqualTo(FeedbackLedger.counts(touchpoint));

        changed.send();
        lost.send();
        FeedbackLedger.give(touchpoint, "SE", 5, NOVEMBER).send();
        untilCounted();
    }

    @Test
    void whatIsUnderWayOrParkedIsNoDifference() {
        FeedbackLedger.Told waiting = FeedbackLedger.give(touchpoint, "NO", 4, NOVEMBER);
        FeedbackLedger.Told parked =
                FeedbackLedger.give(touchpoint, "NO", 8, NOVEMBER).sendBroken();
        Announcements.soon(() -> assertThat(database.rows(
                        "SELECT 1 FROM parked_message WHERE event_id = ?",
                        row -> 1,
                        parked.id().toString()))
                .hasSize(1));
        parked.lose();

        assertThat(reconciled(true).getMap("reconciliation"))
                .containsEntry("underWay", 2)
                .containsEntry("lost", 0)
                .containsEntry("differences", 0);
        assertThat(counted()).isEqualTo(Counts.NONE);

        waiting.send();
        parked.send();
        untilCounted();
    }

    @Test
    void answersThatArriveMeanwhileAreNeitherLostNorDoubled() {
        FeedbackLedger.give(touchpoint, "DK", 0, NOVEMBER).send();
        untilCounted();
        database.run("UPDATE tally SET n3 = n3 + 5 WHERE " + here());
        CompletableFuture<Void> arriving = CompletableFuture.runAsync(() -> answersOfAllKinds(new Random(35)));
        List<Integer> differences = new ArrayList<>();
        do {
            differences.add(reconciled(true).getInt("reconciliation.differences"));
        } while (!arriving.isDone() || differences.size() < 3);
        arriving.join();

        untilCounted();
        assertThat(differences.getFirst()).isEqualTo(3);
        assertThat(differences.subList(1, differences.size())).containsOnly(0);
        assertThat(reconciled(false).getMap("reconciliation"))
                .containsEntry("underWay", 0)
                .containsEntry("differences", 0);
    }

    /** Each of them is told in an order of its own, some twice. */
    private void answersOfAllKinds(Random random) {
        for (int i = 0; i < 20; i++) {
            List<FeedbackLedger.Told> told = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                FeedbackLedger.Told given = FeedbackLedger.give(
                        touchpoint,
                        List.of("DK", "SE", "NO").get(random.nextInt(3)),
                        random.nextInt(11),
                        NOVEMBER.plus(Duration.ofHours(random.nextInt(200))));
                told.add(given);
                if (random.nextBoolean()) {
                    told.add(FeedbackLedger.revise(given.answer(), random.nextInt(11)));
                }
                if (random.nextInt(4) == 0) {
                    told.add(FeedbackLedger.withdraw(given.answer()));
                }
            }
            told.add(told.get(random.nextInt(told.size())));
            Collections.shuffle(told, random);
            told.forEach(FeedbackLedger.Told::send);
        }
    }

    @Test
    void aRecountGoesOnWhereAnInterruptedOneStopped() {
        FeedbackLedger.give(touchpoint, "DK", 9, LAST_YEAR).send();
        FeedbackLedger.give(touchpoint, "DK", 9, NOVEMBER).send();
        untilCounted();
        database.run("UPDATE tally SET n0 = 1 WHERE " + here());
        UUID gone = UUID.randomUUID();
        Run run = Run.asked(UUID.randomUUID(), Instant.now(), "somebody", touchpoint, null, Long.MAX_VALUE);
        Instant longAgo = Instant.now().minus(Duration.ofHours(1));
        opened(
                run,
                "UPDATE recount_run SET state = 'RUNNING', holder = ?, held_until = ?, last_touchpoint = ?, last_month = '2024-02'"
                        + " WHERE id = ?",
                gone,
                longAgo,
                touchpoint,
                run.id());

        JsonPath report = done(run.id());

        assertThat(report.getList("differences.bucket")).isNotEmpty().allSatisfy(bucket -> assertThat(bucket.toString())
                .startsWith("2025-11"));
        assertThat(runs.advance(
                        run.id(), gone, new Part(touchpoint, YearMonth.of(2025, 11)), Run.Progress.NONE, Instant.now()))
                .as("whoever comes back to it does nothing any more")
                .isFalse();
    }

    @Test
    void withoutTheAnswersItFailsAndSaysWhy() {
        FeedbackLedger.away(true);
        JsonPath report = reconciled(true);

        assertThat(report.getString("reconciliation.state")).isEqualTo("FAILED");
        assertThat(report.getString("reconciliation.failure")).isEqualTo("feedback-service answered 503");
    }

    @Test
    void sumsByFacetArePutRightByThemselves() {
        FeedbackLedger.give(touchpoint, "DK", 9, NOVEMBER).send();
        untilCounted();
        database.run("UPDATE tally SET n9 = n9 + 2 WHERE grain = 'DAY' AND " + here());
        database.run("UPDATE facet_tally SET n9 = n9 + 5 WHERE grain = 'HOUR' AND facet = 'ALL' AND " + here());
        database.run("DELETE FROM facet_tally WHERE grain = 'MONTH' AND facet = 'CHANNEL' AND " + here());

        assertThat(reconciled(true).getMap("reconciliation"))
                .containsEntry("differences", 1)
                .containsEntry("countsOff", 8)
                .containsEntry("countsRepaired", 8);
        assertThat(reconciled(false).getMap("reconciliation")).containsEntry("countsOff", 0);
    }

    @Test
    void sumsOverAllTouchpointsArePutRightByThoseOfTheTouchpoints() {
        FeedbackLedger.give(touchpoint, "AQ", 9, LAST_YEAR).send();
        untilCounted();
        String anywhere =
                "facet = 'ANYWHERE' AND bucket < '2025-01-01' AND member_id IN (SELECT profile_id FROM tally WHERE "
                        + here() + ")";
        damaged(1, "UPDATE facet_tally SET n9 = n9 + 5 WHERE grain = 'HOUR' AND " + anywhere);
        damaged(1, "DELETE FROM facet_tally WHERE grain = 'MONTH' AND " + anywhere);

        assertThat(reconciled(false).getMap("reconciliation"))
                .containsEntry("differences", 0)
                .containsEntry("countsOff", 6)
                .containsEntry("countsRepaired", 0);
        assertThat(reconciled(true).getMap("reconciliation")).containsEntry("countsRepaired", 6);
        assertThat(reconciled(false).getMap("reconciliation")).containsEntry("countsOff", 0);
    }

    private void damaged(int rows, String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(database.change(sql)).as(sql).isEqualTo(rows));
    }

    @Test
    void whatSingleRespondentsAnsweredIsBroughtBack() {
        for (int score : new int[] {9, 2, 7}) {
            FeedbackLedger.give(touchpoint, "DK", score, NOVEMBER.plusSeconds(score))
                    .send();
        }
        FeedbackLedger.revise(
                        FeedbackLedger.give(touchpoint, "DK", 0, LAST_YEAR)
                                .send()
                                .answer(),
                        10)
                .send();
        untilCounted();
        String ref = touchpoint + "-respondent";
        database.run(
                "DELETE FROM respondent_answer WHERE touchpoint_id IN (SELECT id FROM touchpoint WHERE touchpoint_key = ?)",
                touchpoint);

        assertThat(reconciled(Map.of("repair", true)).getMap("reconciliation")).containsEntry("restored", 0);
        JsonPath report = reconciled(Map.of("repair", false, "respondents", true));

        assertThat(report.getMap("reconciliation"))
                .containsEntry("respondents", true)
                .containsEntry("restored", 4)
                .containsEntry("differences", 0);
        given().auth()
                .oauth2(TestKeys.allScopes())
                .get("/api/v1/respondent-scores/" + ref)
                .then()
                .statusCode(200)
                .body("nps.score", equalTo(9))
                .body("nps.answers", equalTo(4));
        assertThat(reconciled(Map.of("repair", true, "respondents", true)).getMap("reconciliation"))
                .as("what is known is left as it is")
                .containsEntry("restored", 0);
    }

    @Test
    void aNightlyRecountPutsOnlySoMuchRightByItself() {
        FeedbackLedger.give(touchpoint, "DK", 9, NOVEMBER).send();
        untilCounted();
        database.run("UPDATE tally SET n1 = 6 WHERE " + here());
        Run run = Run.asked(UUID.randomUUID(), Instant.now(), Run.NIGHTLY, touchpoint, null, 17);
        Announcements.soon(() -> assertThat(runs.open(run)).isTrue());

        JsonPath report = done(run.id());

        assertThat(report.getMap("reconciliation"))
                .containsEntry("countsOff", 18)
                .containsEntry("countsRepaired", 0);
        assertThat(reconciled(true).getMap("reconciliation")).containsEntry("countsRepaired", 18);
    }

    @Test
    void onlyAdministratorsMayAskAndOnlySensibly() {
        given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .get(PATH)
                .then()
                .statusCode(403);
        ask(Map.of("repair", false, "month", "2025-13")).statusCode(400);
        ask(Map.of("repair", false, "year", 2025)).statusCode(400);
        given().auth().oauth2(key).get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
        given().auth().oauth2(key).get(PATH + "?cursor=x").then().statusCode(400);
        reconciled(false);
        reconciled(false);
        JsonPath first = get(PATH + "?limit=1");
        JsonPath second = get(PATH + "?limit=1&cursor=" + first.getString("next"));
        assertThat(second.getString("items[0].id")).isLessThan(first.getString("items[0].id"));
    }

    @Test
    void oneRunsAtATime() {
        Run run = Run.asked(UUID.randomUUID(), Instant.now(), "somebody", touchpoint, null, 0);
        opened(
                run,
                "UPDATE recount_run SET holder = ?, held_until = ? WHERE id = ?",
                UUID.randomUUID(),
                Instant.now().plus(Duration.ofHours(1)),
                run.id());

        ask(Map.of("repair", true)).statusCode(409).body("type", equalTo("/problems/reconciliation-under-way"));

        database.run("UPDATE recount_run SET held_until = NULL WHERE id = ?", run.id());
        done(run.id());
    }

    /** Opens a recount that somebody else holds already: the service looks for open ones every second. */
    private void opened(Run run, String held, Object... parameters) {
        Announcements.soon(() -> QuarkusTransaction.requiringNew().run(() -> {
            assertThat(runs.open(run)).isTrue();
            database.run(held, parameters);
        }));
    }

    /** Of this touchpoint, from the question to the report. */
    private JsonPath reconciled(boolean repair) {
        return reconciled(Map.of("repair", repair));
    }

    private JsonPath reconciled(Map<String, Object> asked) {
        Map<String, Object> wish = new HashMap<>(asked);
        wish.put("touchpoint", touchpoint);
        String id = ask(wish).statusCode(201).extract().path("id");
        return done(UUID.fromString(id));
    }

    private JsonPath done(UUID id) {
        reconciler.work();
        Announcements.soon(() -> assertThat(get(PATH + "/" + id).getString("reconciliation.finishedAt"))
                .isNotNull());
        return get(PATH + "/" + id);
    }

    private ValidatableResponse ask(Map<String, Object> wish) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(wish)
                .post(PATH)
                .then();
    }

    private JsonPath get(String path) {
        return given().auth()
                .oauth2(key)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void untilCounted() {
        Announcements.soon(() -> assertThat(counted()).isEqualTo(FeedbackLedger.counts(touchpoint)));
    }

    private Counts counted() {
        return tallies().values().stream().reduce(Counts.NONE, Counts::plus).isEmpty()
                ? Counts.NONE
                : tallies().getOrDefault("HOUR", Counts.NONE);
    }

    private Map.Entry<String, Counts> grain(String name) {
        return Map.entry(name, FeedbackLedger.counts(touchpoint));
    }

    /** The sum of all tallies of a grain. */
    private Map<String, Counts> tallies() {
        String sums = String.join(
                ", ",
                IntStream.rangeClosed(0, 10).mapToObj(n -> "SUM(n" + n + ")").toList());
        Map<String, Counts> tallies = new HashMap<>();
        database.rows("SELECT grain, " + sums + " FROM tally WHERE " + here() + " GROUP BY grain", row -> {
            long[] counts = new long[11];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = row.getLong(2 + i);
            }
            return tallies.put(row.getString(1), Counts.stored(counts));
        });
        return tallies;
    }

    private String here() {
        return "touchpoint_id = (SELECT id FROM touchpoint WHERE touchpoint_key = '" + touchpoint + "')";
    }
}
