package io.aftertouch.score.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.ingest.AnswerChange.Given;
import io.aftertouch.score.metric.Band;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever follows the answers hears each change of them once, with all that it has to know. */
@QuarkusTest
@RealInfrastructureTest
class FollowersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Listener listener;

    private final UUID answer = UUID.randomUUID();
    private final String touchpoint = "followed." + answer.toString().substring(0, 8);

    /** Remembers what it was told in transactions that held: one that loses against another is run again. */
    @Singleton
    static class Listener implements AnswerFollower, EventFollower {

        @Inject
        TransactionSynchronizationRegistry transaction;

        private final List<AnswerChange> changes = new CopyOnWriteArrayList<>();
        private final List<ReceivedEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void follow(List<AnswerChange> some) {
            onceCommitted(() -> changes.addAll(some));
        }

        @Override
        public void hear(List<ReceivedEvent> some) {
            onceCommitted(() -> events.addAll(some));
        }

        private void onceCommitted(Runnable remembering) {
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // nothing is written
                }

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        remembering.run();
                    }
                }
            });
        }

        List<AnswerChange> of(UUID answer) {
            return changes.stream()
                    .filter(change -> change.answer().equals(answer))
                    .toList();
        }

        List<String> types(String key) {
            return events.stream()
                    .filter(event -> key.equals(event.key()))
                    .map(ReceivedEvent::type)
                    .toList();
        }
    }

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
    }

    @Test
    void eachChangeIsHeardOnceWithWhatCountsAndWhatNoLongerDoes() {
        List<Runnable> messages = Stream.of("response.recorded", "response.revised", "response.withdrawn")
                .map(type -> message("responses", type))
                .toList();

        messages.forEach(Runnable::run);
        messages.forEach(Runnable::run);
        message("responses", "response.recorded").run(); // heard last, so that all before it has been

        Announcements.soon(() -> assertThat(listener.types(answer.toString()))
                .containsExactly("response.recorded", "response.revised", "response.withdrawn", "response.recorded"));
        List<AnswerChange> changes = listener.of(answer);
        assertThat(changes).hasSize(4).allSatisfy(change -> {
            assertThat(change.touchpoint()).isEqualTo(touchpoint);
            assertThat(change.respondent()).isEqualTo("r-17");
            assertThat(change.segments()).isEqualTo(Map.of("country", "DK", "plan", "pro"));
            assertThat(change.answeredAt()).isEqualTo(Instant.parse("2026-11-21T13:38:04.123456Z"));
            assertThat(change.origin()).isEqualTo(changes.getFirst().origin());
        });
        Given two = new Given(2, Band.NEGATIVE);
        Given nine = new Given(9, Band.POSITIVE);
        assertThat(changes).extracting(AnswerChange::now).containsExactly(two, nine, null, two);
        assertThat(changes).extracting(AnswerChange::before).containsExactly(null, two, nine, null);
        assertThat(changes).extracting(AnswerChange::revision).containsExactly(1, 2, 2, 1);
    }

    @Test
    void eventsAboutCasesAndInvitationsAreHeardOnceToo() {
        message("cases", "case.opened").run();
        Runnable scheduled = message("invitations", "invitation.scheduled");
        scheduled.run();
        scheduled.run();
        message("invitations", "invitation.sent").run();

        Announcements.soon(() -> assertThat(listener.types(answer.toString()))
                .containsExactlyInAnyOrder("case.opened", "invitation.scheduled", "invitation.sent"));
    }

    /** The example of the contract about an answer, case or invitation of this test, under one event id however often it is sent. */
    private Runnable message(String topic, String type) {
        try {
            ObjectNode data = (ObjectNode) JSON.readTree(Contracts.example(type));
            data.put("id", answer.toString());
            data.put("touchpoint", touchpoint);
            UUID event = UUID.randomUUID();
            return () -> Topics.publish(topic, answer.toString(), event, type, data.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
