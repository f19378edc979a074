package io.aftertouch.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connection to the broker for what we send. It is made when first needed, so that a service starts and takes answers without a broker. */
@ApplicationScoped
public class EventTransport {

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Map<String, Object> broker;
    private final TopicsConfig config;
    private final String prefix;
    private Producer<String, byte[]> producer;

    EventTransport(
            @Any @Identifier("default-kafka-broker") Map<String, Object> broker,
            TopicsConfig config,
            @ConfigProperty(name = "aftertouch.topic-prefix") String prefix) {
        this.broker = broker;
        this.config = config;
        this.prefix = prefix;
    }

    /** The topic's name at the broker. */
    public String topic(String logical) {
        return prefix + logical;
    }

    /**
     * @return the producer: acknowledged by all replicas, idempotent, gives up on a message after 20 s, and gathers what is sent until it is flushed
     */
    public synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
            settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
            settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** Creates the topics of this service that are not there yet. */
    public void ensureTopics() throws ExecutionException, InterruptedException {
        if (config.topics().isEmpty()) {
            return;
        }
        try (Admin admin = admin()) {
            var results = admin.createTopics(config.topics().entrySet().stream()
                            .map(entry -> newTopic(entry.getKey(), entry.getValue()))
                            .toList())
                    .values();
            for (var result : results.values()) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    /** Which broker it is. One that has lost all it knew is another one. */
    public String brokerId() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private Admin admin() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("request.timeout.ms", 5_000);
        settings.put("default.api.timeout.ms", 10_000);
        return Admin.create(settings);
    }

    private NewTopic newTopic(String logical, TopicsConfig.Topic topic) {
        return new NewTopic(topic(logical), Optional.of(topic.partitions()), Optional.empty())
                .configs(
                        topic.compacted()
                                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                                : Map.of(
                                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                        TopicConfig.CLEANUP_POLICY_DELETE,
                                        TopicConfig.RETENTION_MS_CONFIG,
                                        Long.toString(topic.keep().toMillis())));
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE);
        }
    }
}
