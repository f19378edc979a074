package io.aftertouch.feedback.response;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@RealInfrastructureTest
class AnswerIntakeTest {

    @Inject
    AnswerTransaction transaction;

    @Inject
    AnswerIntake running;

    @Inject
    DataSource database;

    @BeforeEach
    void theirSurveyIsKnown() {
        Company.publish("nps", 1, "NPS", Company.Wordings.NPS_SCALE, Company.Wordings.NPS);
    }

    private final AnswerIntake intake = new AnswerIntake(null, meter(), config(1));

    @Test
    void whatArrivesTogetherIsStoredTogether() {
        List<PendingAnswer> group = IntStream.range(0, 50)
                .mapToObj(i -> pending(UUID.randomUUID().toString(), 9))
                .toList();
        running.store(group);
        assertThat(group)
                .allSatisfy(pending -> assertThat(pending.promise().join()).isInstanceOf(Submitted.Recorded.class));
    }

    @Test
    void aBadAnswerHarmsNoOther() throws SQLException {
        PendingAnswer tooLong = pending("x".repeat(129), 2);
        List<PendingAnswer> good = IntStream.range(0, 20)
                .mapToObj(i -> pending(UUID.randomUUID().toString(), 2))
                .toList();
        List<PendingAnswer> group = new ArrayList<>(good);
        group.add(10, tooLong);
        running.store(group);
        assertThatThrownBy(() -> tooLong.promise().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(AnswerRefused.class);
        for (PendingAnswer pending : good) {
            assertThat(pending.promise().join()).isInstanceOf(Submitted.Recorded.class);
            UUID id = recorded(pending).id();
            assertThat(count("SELECT COUNT(*) FROM response WHERE id = ?", id)).isOne();
            assertThat(count("SELECT COUNT(*) FROM review_case WHERE response_id = ?", id))
                    .as("a negative answer has exactly one case")
                    .isOne();
            assertThat(outboxEvents(id)).isOne();
        }
    }

    @Test
    void aRepeatInTheSameGroupIsTheSameAnswerAndAContradictionIsRefused() {
        String id = UUID.randomUUID().toString();
        PendingAnswer first = pending(id, 9);
        PendingAnswer repeat = pending(id, 9);
        PendingAnswer contradiction = pending(id, 1);
        running.store(List.of(first, repeat, contradiction));
        assertThat(repeat.promise().join()).isEqualTo(new Submitted.Repeated(recorded(first)));
        assertThatThrownBy(() -> contradiction.promise().join()).hasCauseInstanceOf(AlreadyAnswered.class);
    }

    @Test
    void requestsOfOneKeyInTheSameGroupAreOneRequest() {
        byte[] hash = new byte[32];
        String key = UUID.randomUUID().toString();
        var request = new IdempotentRequest("key:test", key, hash);
        String id = UUID.randomUUID().toString();
        PendingAnswer first = new PendingAnswer(Responses.takenElsewhere(id, 9, null), request);
        PendingAnswer second = new PendingAnswer(Responses.takenElsewhere(id, 9, null), request);
        byte[] otherHash = {1};
        PendingAnswer other = new PendingAnswer(
                Responses.takenElsewhere(UUID.randomUUID().toString(), 9, null),
                new IdempotentRequest("key:test", key, Arrays.copyOf(otherHash, 32)));
        running.store(List.of(first, second, other));
        assertThat(first.promise().join()).isInstanceOf(Submitted.Recorded.class);
        assertThat(second.promise().join()).isInstanceOfSatisfying(Submitted.Replayed.class, replayed -> {
            assertThat(replayed.answer().status()).isEqualTo(201);
            assertThat(replayed.answer().body()).contains(recorded(first).id().toString());
        });
        assertThatThrownBy(() -> other.promise().join()).cause().hasMessageContaining("Idempotency-Key");
    }

    @Test
    void twoWritersWithTheSameAnswersStoreEachOnce() throws SQLException {
        List<String> ids = IntStream.range(0, 40)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        List<PendingAnswer> one = ids.stream().map(id -> pending(id, 5)).toList();
        List<PendingAnswer> other =
                ids.reversed().stream().map(id -> pending(id, 5)).toList();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> running.store(one)),
                        CompletableFuture.runAsync(() -> running.store(other)))
                .join();
        List<PendingAnswer> all = new ArrayList<>(one);
        all.addAll(other);
        assertThat(all.stream().filter(pending -> pending.promise().join() instanceof Submitted.Recorded))
                .hasSize(40);
        assertThat(all.stream().filter(pending -> pending.promise().join() instanceof Submitted.Repeated))
                .hasSize(40);
    }

    @Test
    void whatDoesNotFitIsTurnedAway() {
        intake.take(Responses.takenElsewhere("a", 9, null), null);
        assertThatThrownBy(() -> intake.take(Responses.takenElsewhere("b", 9, null), null))
                .isInstanceOf(IntakeUnavailable.class);
    }

    @Test
    void whatWasTakenIsStoredBeforeTheServiceStops() throws InterruptedException {
        var stopping = new AnswerIntake(transaction, meter(), config(500));
        List<CompletableFuture<Submitted>> taken = IntStream.range(0, 500)
                .mapToObj(i -> stopping.take(
                                Responses.takenElsewhere(UUID.randomUUID().toString(), 7, null), null)
                        .toCompletableFuture())
                .toList();
        stopping.start(null);
        stopping.stop(null);
        assertThat(taken).allSatisfy(answer -> assertThat(answer)
                .isCompletedWithValueMatching(submitted -> submitted instanceof Submitted.Recorded));
        assertThatThrownBy(() -> stopping.take(Responses.takenElsewhere("late", 9, null), null))
                .isInstanceOf(IntakeUnavailable.class);
    }

    private static PendingAnswer pending(String id, int score) {
        return new PendingAnswer(Responses.takenElsewhere(id, score, null), null);
    }

    private static SurveyResponse recorded(PendingAnswer pending) {
        return ((Submitted.Recorded) pending.promise().join()).response();
    }

    private long count(String sql, UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setBytes(1, UuidBytes.toBytes(id));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long outboxEvents(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT COUNT(*) FROM outbox WHERE event_key = ? AND type = 'response.recorded'")) {
            select.setString(1, id.toString());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static AnswerMeter meter() {
        return new AnswerMeter(new SimpleMeterRegistry());
    }

    private static IntakeConfig config(int queue) {
        return new Config(queue, 2, 200, Duration.ofMinutes(5));
    }

    private record Config(int queue, int writers, int group, Duration clockSkew) implements IntakeConfig {}
}
