package io.aftertouch.score.crm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.score.crm.Customers.MONDAY;
import static io.aftertouch.score.crm.Customers.TUESDAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

/** Whoever follows the feed of changes hears of every change, in however many transactions at once they happen. */
@QuarkusTest
@RealInfrastructureTest
class ChangeFeedTest {

    @Inject
    Customers customers;

    @Inject
    RespondentAnswers answers;

    @Inject
    RespondentScores scores;

    private final String key = TestKeys.withScopes("scores:read", "responses:read");
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatChangesIsThereAgainAndNothingElse() {
        String one = Customers.stranger();
        String two = Customers.stranger();
        AnswerChange answer = customers.answer(two, Scale.NPS, 3, MONDAY);
        String cursor = end();

        customers.heard(customers.answer(one, Scale.NPS, 9, MONDAY), answer);
        JsonPath both = page(cursor, 200);
        assertThat(mine(both, one, two)).containsExactlyInAnyOrder(one, two);

        customers.heard(customers.revised(answer, 8));
        JsonPath changed = page(both.getString("cursor"), 200);
        assertThat(mine(changed, one, two)).containsExactly(two);
        assertThat(changed.getInt("items.find { it.ref == '%s' }.nps.score".formatted(two)))
                .isEqualTo(8);

        JsonPath quiet = page(changed.getString("cursor"), 200);
        assertThat(mine(quiet, one, two)).isEmpty();
    }

    @Test
    void whoIsForgottenIsNamedByNothingButTheIdThatTheReaderKept() {
        String ref = Customers.stranger();
        customers.heard(customers.answer(ref, Scale.NPS, 9, MONDAY));
        String id = given().auth()
                .oauth2(key)
                .get("/api/v1/respondent-scores/" + ref)
                .jsonPath()
                .getString("id");
        String cursor = end();

        customers.erased(ref);

        JsonPath page = page(cursor, 200);
        Map<String, Object> gone = page.getMap("items.find { it.id == '%s' }".formatted(id));
        assertThat(gone)
                .containsEntry("forgotten", true)
                .containsEntry("ref", null)
                .containsEntry("nps", null)
                .containsEntry("csat", null)
                .containsEntry("ces", null)
                .containsOnlyKeys("id", "ref", "forgotten", "changedAt", "nps", "csat", "ces");
    }

    /** One batch has one position: a page may end within it. */
    @Test
    void pagesNeitherRepeatNorLeaveOut() {
        String cursor = end();
        List<String> refs = new ArrayList<>();
        AnswerChange[] batch = new AnswerChange[7];
        for (int i = 0; i < batch.length; i++) {
            refs.add(Customers.stranger());
            batch[i] = customers.answer(refs.get(i), Scale.NPS, i, MONDAY);
        }
        customers.heard(batch);

        List<String> seen = new ArrayList<>();
        JsonPath page = page(cursor, 2);
        while (page.getString("next") != null) {
            assertThat(page.getList("items")).hasSize(2);
            assertThat(page.getString("cursor")).isEqualTo(page.getString("next"));
            seen.addAll(page.getList("items.ref"));
            page = page(page.getString("next"), 2);
        }
        seen.addAll(page.getList("items.ref"));

        assertThat(seen).containsAll(refs).doesNotHaveDuplicates();
    }

    /** The first of two writers commits last. If the second could overtake it, a reader in between would never see the first. */
    @Test
    void aChangeThatIsCommittedLateIsNotSkipped() throws Exception {
        String slow = Customers.stranger();
        String fast = Customers.stranger();
        AnswerChange slowAnswer = customers.answer(slow, Scale.NPS, 9, MONDAY);
        AnswerChange fastAnswer = customers.answer(fast, Scale.NPS, 9, MONDAY);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        String cursor = end();

        Future<?> first = threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
            answers.follow(List.of(slowAnswer));
            written.countDown();
            await(mayCommit);
        }));
        await(written);
        Future<?> second = threads.submit(() -> customers.heard(fastAnswer));
        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        JsonPath between = page(cursor, 200);
        assertThat(mine(between, slow, fast)).isEmpty();
        mayCommit.countDown();
        first.get(20, TimeUnit.SECONDS);
        second.get(20, TimeUnit.SECONDS);

        assertThat(mine(page(between.getString("cursor"), 200), slow, fast)).containsExactly(slow, fast);
    }

    @Test
    void aReaderBesideManyWritersEndsWithWhatTheyLeft() throws Exception {
        List<String> refs = Stream.generate(Customers::stranger).limit(12).toList();
        FeedCursor start = FeedCursor.of(end());
        List<Future<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            Random random = new Random(writer);
            writers.add(threads.submit(() -> {
                for (int round = 0; round < 25; round++) {
                    String one = refs.get(random.nextInt(refs.size()));
                    String two = refs.get(random.nextInt(refs.size()));
                    customers.heard(
                            customers.answer(one, Scale.NPS, random.nextInt(11), TUESDAY.plusMillis(random.nextInt())),
                            customers.answer(two, Scale.NPS, random.nextInt(11), TUESDAY.plusMillis(random.nextInt())));
                }
                return 25;
            }));
        }
        Map<String, LastScore> heard = new HashMap<>();
        FeedCursor cursor = start;
        boolean writing;
        do {
            writing = writers.stream().anyMatch(writer -> !writer.isDone());
            List<RespondentState> page;
            while (!(page = scores.changedAfter(cursor, 5)).isEmpty()) {
                page.forEach(state -> heard.put(state.ref(), state.scores().get(Metric.NPS)));
                cursor = FeedCursor.behind(page.getLast());
            }
        } while (writing);
        for (Future<Integer> writer : writers) {
            assertThat(writer.get()).isEqualTo(25);
        }

        assertThat(heard.keySet()).containsAll(refs);
        for (String ref : refs) {
            assertThat(heard.get(ref))
                    .isEqualTo(scores.of(ref).orElseThrow().scores().get(Metric.NPS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "!!!", "MQ", "LTEKMDE5YTliMWUtNWMwMC03YTEwLThmMDAtMDAwMDAwMDAwMGEx", "MQpub3QtYS11dWlk"})
    void aForgedCursorIsRefused(String cursor) {
        given().auth()
                .oauth2(key)
                .queryParam("changedAfter", cursor)
                .get("/api/v1/respondent-scores")
                .then()
                .statusCode(400)
                .body("type", containsString("/problems/invalid-cursor"));
    }

    @Test
    void aCursorOfAnotherInstallationIsRefusedRatherThanWaitedAt() {
        given().auth()
                .oauth2(key)
                .queryParam("changedAfter", Cursor.encode(Long.MAX_VALUE, UUID.randomUUID()))
                .get("/api/v1/respondent-scores")
                .then()
                .statusCode(400)
                .body("detail", containsString("from its start"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "1000000000", "-1", "many"})
    void aPageHasABoundedLength(String limit) {
        given().auth()
                .oauth2(key)
                .queryParam("limit", limit)
                .get("/api/v1/respondent-scores")
                .then()
                .statusCode(400);
    }

    /** Where the feed stands now. */
    private String end() {
        return new FeedCursor(scores.lastPosition(), new UUID(-1, -1)).text();
    }

    private JsonPath page(String cursor, int limit) {
        return given().auth()
                .oauth2(key)
                .queryParam("changedAfter", cursor)
                .queryParam("limit", limit)
                .get("/api/v1/respondent-scores")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Other tests may change somebody meanwhile. */
    private static List<String> mine(JsonPath page, String... refs) {
        return page.<String>getList("items.ref").stream()
                .filter(List.of(refs)::contains)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
