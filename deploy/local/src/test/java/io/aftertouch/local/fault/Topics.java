package io.aftertouch.local.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import static org.awaitility.Awaitility.await;

/** What lies at the broker of a suite, and a way to put more there. */
final class Topics {

    static final String PREFIX = "aftertouch.";

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Clients tell of each thing that they do. */
    private static final Logger LOG = Logger.getLogger("org.apache.kafka");

    static {
        LOG.setLevel(Level.SEVERE);
    }

    private final String broker;

    Topics(String broker) {
        this.broker = broker;
    }

    /** One message as it lies there; {@code topic} is the logical name. */
    record Message(
            String topic, int partition, long offset, String id, String type, ConsumerRecord<String, byte[]> record) {

        TopicPartition place() {
            return new TopicPartition(record.topic(), partition);
        }
    }

    /** Up to where a group of listeners has said that it has heard. */
    Map<TopicPartition, Long> heard(String group) {
        try (Admin admin = Admin.create(settings())) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, heard -> heard.getValue().offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From where a group goes on when it listens again; nobody of it listens now. */
    void listenFrom(String group, Map<TopicPartition, Long> offsets) {
        try (Admin admin = Admin.create(settings())) {
            await("nobody of " + group + " to listen").ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(
                                group,
                                offsets.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, place -> new OffsetAndMetadata(place.getValue()))))
                        .all()
                        .get();
                return true;
            });
        }
    }

    /** Every message of every topic of ours, from the first that is still there to the last. */
    List<Message> all() {
        List<Message> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics(LIMIT).entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(PREFIX))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LIMIT);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (partitions.stream().anyMatch(one -> consumer.position(one, LIMIT) < ends.get(one))) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The topics could not be read in " + LIMIT);
                }
                consumer.poll(POLL).forEach(record -> all.add(message(record)));
            }
        }
        return all;
    }

    /** Sends messages in this order and waits until the broker has them. */
    void send(List<ProducerRecord<String, byte[]>> messages) {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            for (var sent : messages.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same message once more, as the broker would deliver it after a failure. */
    static ProducerRecord<String, byte[]> again(Message message) {
        var before = message.record();
        return new ProducerRecord<>(
                before.topic(), before.partition(), before.timestamp(), before.key(), before.value(), before.headers());
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", broker);
        settings.put("enable.auto.commit", "false");
        settings.put("fetch.max.wait.ms", "100");
        settings.put("acks", "all");
        return settings;
    }

    private static Message message(ConsumerRecord<String, byte[]> record) {
        return new Message(
                record.topic().substring(PREFIX.length()),
                record.partition(),
                record.offset(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                record);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
