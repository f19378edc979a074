package io.aftertouch.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.note.Notes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@RealInfrastructureTest
class OutboxAndInboxTest {

    @Inject
    Notes notes;

    @Inject
    Outbox outbox;

    @Inject
    ParkedMessages parked;

    @Inject
    Ids ids;

    @Test
    void whatIsWrittenIsToldAndHeardOnceInOrder() {
        String mark = mark();
        IntStream.range(0, 50).forEach(i -> notes.write(mark + "%03d".formatted(i), false));
        await().until(() -> notes.texts("heard " + mark + "%").size() == 50);
        assertThat(notes.texts("heard " + mark + "%")).isSorted();
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        String mark = mark();
        assertThatThrownBy(() -> notes.write(mark + "lost", true)).hasMessage("as asked");
        notes.write(mark + "kept", false);
        await().until(() -> !notes.texts("heard " + mark + "kept").isEmpty());
        assertThat(notes.texts("%" + mark + "lost%")).isEmpty();
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.add("notes", "k", "note.written", new Notes.NoteHeard("x")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSecondDeliveryHasNoSecondEffect() {
        String mark = mark();
        UUID id = ids.next();
        for (int i = 0; i < 3; i++) {
            Topics.publish("notes", "k", id, "note.written", "{\"text\":\"" + mark + "once\"}");
        }
        Topics.publish("notes", "k", ids.next(), "note.written", "{\"text\":\"" + mark + "last\"}");
        await().until(() -> !notes.texts(mark + "last").isEmpty());
        assertThat(notes.texts(mark + "once")).hasSize(1);
    }

    @Test
    void poisonIsParkedWithItsReasonAndThePartitionMovesOn() {
        String mark = mark();
        Topics.publish("notes", "k", ids.next(), "note.written", "{\"text\":\"poison " + mark + "\"}");
        Topics.send(
                new ProducerRecord<>(Topics.name("notes"), "k", ("no json " + mark).getBytes(StandardCharsets.UTF_8)));
        Topics.publish("notes", "k", ids.next(), "note.written", "{\"text\":[\"" + mark + "\"]}");
        Topics.publish("notes", "k", ids.next(), "note.written", "{\"text\":\"" + mark + "after\"}");
        await().until(() -> notes.texts(mark + "after").size() == 1);
        List<ParkedMessages.Parked> ours = parked.latest(100).stream()
                .filter(message -> new String(message.payload(), StandardCharsets.UTF_8).contains(mark))
                .toList();
        assertThat(ours).hasSize(3);
        assertThat(ours)
                .extracting(ParkedMessages.Parked::reason)
                .anyMatch(reason -> reason.contains("this note cannot be stored"));
        assertThat(ours).extracting(ParkedMessages.Parked::reason).anyMatch(reason -> reason.contains("ce_id"));
    }

    @Test
    void aParkedMessageCanBeTriedAgain() throws Exception {
        String mark = mark();
        Topics.publish("notes", "k", ids.next(), "note.written", "{\"text\":\"poison " + mark + "\"}");
        await().until(() -> parkedOnes(mark).size() == 1);
        assertThat(parked.retry(parkedOnes(mark).getFirst().id())).isTrue();
        await().until(() -> parkedOnes(mark).size() == 2);
        assertThat(parked.retry(ids.next())).isFalse();
        assertThat(parkedOnes(mark))
                .extracting(ParkedMessages.Parked::eventId)
                .containsOnly(parkedOnes(mark).getFirst().eventId());
    }

    private List<ParkedMessages.Parked> parkedOnes(String mark) {
        return parked.latest(100).stream()
                .filter(message -> new String(message.payload(), StandardCharsets.UTF_8).contains(mark))
                .toList();
    }

    private String mark() {
        return ids.next().toString().substring(24) + " ";
    }
}
