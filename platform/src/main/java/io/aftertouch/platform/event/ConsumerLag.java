package io.aftertouch.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How far the service is behind with what it hears, topic by topic: what stands at the broker and was not done yet. It asks the broker and not its own
 * consumers, since the lag that matters most is that of one that has stopped.
 */
@ApplicationScoped
class ConsumerLag {

    private static final int PATIENCE_SECONDS = 5;

    private final Map<String, Object> broker;
    private final String group;
    private final String prefix;
    private final MeterRegistry meters;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Long> lags = Map.of();
    private volatile boolean away = true;
    private Admin admin;

    ConsumerLag(
            @Any @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String group,
            @ConfigProperty(name = "aftertouch.topic-prefix") String prefix,
            MeterRegistry meters) {
        this.broker = broker;
        this.group = group;
        this.prefix = prefix;
        this.meters = meters;
    }

    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            Map<TopicPartition, OffsetAndMetadata> done = admin().listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, ListOffsetsResultInfo> ends = admin().listOffsets(done.keySet().stream()
                            .filter(partition -> partition.topic().startsWith(prefix))
                            .collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest())))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            lags = lags(done, ends);
            away = false;
            lags.keySet().stream().filter(shown::add).forEach(this::show);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            away = true;
        }
    }

    private Map<String, Long> lags(
            Map<TopicPartition, OffsetAndMetadata> done, Map<TopicPartition, ListOffsetsResultInfo> ends) {
        Map<String, Long> byTopic = new HashMap<>();
        done.forEach((partition, offset) -> {
            if (offset != null && ends.containsKey(partition)) {
                byTopic.merge(
                        partition.topic().substring(prefix.length()),
                        Math.max(0, ends.get(partition).offset() - offset.offset()),
                        Long::sum);
            }
        });
        return byTopic;
    }

    private void show(String topic) {
        Gauge.builder(
                        "aftertouch.consumer.lag",
                        () -> away ? Double.NaN : lags.getOrDefault(topic, 0L).doubleValue())
                .description("Messages at the broker that this service has not done yet")
                .tag("topic", topic)
                .register(meters);
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put("request.timeout.ms", PATIENCE_SECONDS * 1_000);
            settings.put("default.api.timeout.ms", PATIENCE_SECONDS * 1_000);
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
