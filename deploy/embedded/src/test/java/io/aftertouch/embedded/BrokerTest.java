package io.aftertouch.embedded;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The real broker in its own JVM. */
class BrokerTest {

    private final FreePorts ports = new FreePorts(new SecureRandom());

    @TempDir
    Path place;

    private Broker broker;

    @AfterEach
    void stop() {
        broker.close();
    }

    private Broker start() {
        return Broker.start(new Broker.Settings(
                place.resolve("a broker"), place.resolve("broker.log"), ports.next(), ports.next(), List.of()));
    }

    @Test
    void topicsAreMadeOnPurposeAndSurviveARestartOnOtherPorts() throws Exception {
        broker = start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("aftertouch.responses", 4, (short) 1)))
                    .all()
                    .get();
        }
        assertThatThrownBy(() -> send("by-accident"))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
        broker.close();

        broker = start();

        assertThat(send("aftertouch.responses")).isZero();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).containsExactly("aftertouch.responses");
        }
    }

    private long send(String topic) throws Exception {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", "3000", "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, "key", "value"))
                    .get()
                    .offset();
        }
    }
}
