package io.aftertouch.platform.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import io.aftertouch.platform.event.CloudEventHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The topics of the service under test, by their logical names, seen from outside: as the other services write and read them. */
public final class Topics {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<String, Reader> READERS = new ConcurrentHashMap<>();
    private static KafkaProducer<String, byte[]> producer;

    private Topics() {}

    /** Publishes an event as another service would, and waits until the broker has it. */
    public static void publish(String topic, String key, UUID id, String type, String json) {
        send(CloudEventHeaders.record(
                name(topic), key, id, "/aftertouch/test", type, Instant.now(), json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Publishes anything, to see what a service does with what no service would send. */
    public static RecordMetadata send(ProducerRecord<String, byte[]> message) {
        try {
            return producer().send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One for all tests: to make one takes longer than to send. */
    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", servers(), "linger.ms", 0),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    /** Everything that stands on a topic now, in order per key. */
    public static List<ConsumerRecord<String, byte[]>> published(String topic) {
        return READERS.computeIfAbsent(name(topic), Reader::new).all();
    }

    /** Reads what has come since it read last, and keeps all. */
    private static final class Reader {

        private final String topic;
        private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        private final List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();

        Reader(String topic) {
            this.topic = topic;
        }

        synchronized List<ConsumerRecord<String, byte[]>> all() {
            if (consumer.assignment().isEmpty()) {
                consumer.assign(consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList());
            }
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(found::add);
            }
            return List.copyOf(found);
        }
    }

    /** The name of a topic at the broker. */
    public static String name(String topic) {
        return ConfigProvider.getConfig().getValue("aftertouch.topic-prefix", String.class) + topic;
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
