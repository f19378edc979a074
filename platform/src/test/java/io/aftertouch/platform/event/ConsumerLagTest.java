package io.aftertouch.platform.event;

import java.util.UUID;

import jakarta.inject.Inject;

import io.aftertouch.platform.note.Notes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
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
}
