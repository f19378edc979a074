package io.aftertouch.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What could not be applied is kept, each once. */
@QuarkusTest
@RealInfrastructureTest
class ParkedMessagesTest {

    private static final IllegalStateException REASON = new IllegalStateException("It says nothing");

    @Inject
    ParkedMessages parked;

    private final String key = "parked-" + UUID.randomUUID();

    @Test
    void aMessageThatIsDeliveredAgainIsParkedOnce() {
        parked.park(message(7, 1_000, "one"), REASON);
        parked.park(message(7, 1_000, "one"), REASON);

        assertThat(parked.latest(100)).filteredOn(one -> key.equals(one.key())).hasSize(1);
    }

    @Test
    void aBrokerThatLostItsLogGivesPositionsAwayAgain() {
        parked.park(message(8, 1_000, "before"), REASON);
        parked.park(message(8, 2_000, "after"), REASON);

        assertThat(parked.latest(100))
                .filteredOn(one -> key.equals(one.key()))
                .extracting(one -> new String(one.payload(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("before", "after");
    }

    private ConsumerRecord<String, byte[]> message(long position, long stamp, String data) {
        byte[] value = data.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                key,
                0,
                position,
                stamp,
                TimestampType.CREATE_TIME,
                key.length(),
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
