package io.aftertouch.platform.event;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import io.aftertouch.platform.note.Notes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@RealInfrastructureTest
class ConsumerLagTest {

    @Inject
    ConsumerLag lag;

    @Inject
    Notes notes;

    @Inject
    MeterRegistry meters;

    @Inject
    @Any
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void whatWasHeardIsNoLagAnyMore() {
        String text = "lag " + UUID.randomUUID();
        notes.write(text, false);
        await().until(() -> !notes.texts("heard " + text).isEmpty());
        await().untilAsserted(() -> {
            lag.look();
            Gauge gauge =
                    meters.find("aftertouch.consumer.lag").tag("topic", "notes").gauge();
            assertThat(gauge).isNotNull();
            assertThat(gauge.value()).isZero();
        });
    }

    @Test
    void whatAListenerThatHasStoppedDidNotHearIsItsLag() throws Exception {
        notes.write("unheard " + UUID.randomUUID(), false);
        await().until(() -> !Topics.published("notes").isEmpty());
        var own = new SimpleMeterRegistry();
        var stopped = new ConsumerLag(broker, "a-group-that-has-stopped", Topics.name(""), own);
        try (Admin admin = Admin.create(broker)) {
            admin.alterConsumerGroupOffsets("a-group-that-has-stopped", theBeginning())
                    .all()
                    .get();
            stopped.look();
            assertThat(own.get("aftertouch.consumer.lag")
                            .tag("topic", "notes")
                            .gauge()
                            .value())
                    .isPositive();
        } finally {
            stopped.close();
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> theBeginning() {
        return Topics.published("notes").stream()
                .map(message -> new TopicPartition(message.topic(), message.partition()))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), partition -> new OffsetAndMetadata(0)));
    }
}
