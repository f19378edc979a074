package io.aftertouch.survey.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether this service knows who has answered. While the broker is away it does not, and nobody is reminded: they may have answered long ago.
 * When the broker is back, answers need a moment to arrive.
 */
@ApplicationScoped
class AnswersHeard {

    private static final Logger LOG = Logger.getLogger(AnswersHeard.class);

    private static final String CHANNEL = "responses";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaClientService kafka;
    private final Clock clock;
    private final String topic;
    private final Duration ask;
    private final Duration moment;
    private Instant askedAt = Instant.MIN;
    private Instant upToDateSince = Instant.MAX;

    AnswersHeard(
            KafkaClientService kafka,
            DeliveryConfig config,
            Clock clock,
            @ConfigProperty(name = "mp.messaging.incoming.responses.topic") String topic) {
        this.kafka = kafka;
        this.clock = clock;
        this.topic = topic;
        this.ask = config.answersCheck();
        this.moment = config.answersDelay();
    }

    /** Asks the broker now and then. */
    synchronized boolean areUpToDate() {
        Instant now = clock.instant();
        if (!now.isBefore(askedAt.plus(ask))) {
            askedAt = now;
            boolean upToDate = isUpToDate();
            if (!upToDate) {
                upToDateSince = Instant.MAX;
            } else if (upToDateSince.equals(Instant.MAX)) {
                upToDateSince = now;
            }
        }
        return upToDateSince.isBefore(now.minus(moment));
    }

    private boolean isUpToDate() {
        try {
            Function<Consumer<String, byte[]>, Boolean> question = this::hasReadAll;
            return kafka.<String, byte[]>getConsumer(CHANNEL)
                    .runOnPollingThread(question)
                    .await()
                    .atMost(PATIENCE.multipliedBy(3));
        } catch (RuntimeException e) {
            LOG.debugf("The broker does not say whether there are answers: %s", e);
            return false;
        }
    }

    /** The broker answers for every partition, and what is ours has been read to its end. */
    private boolean hasReadAll(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
        Set<TopicPartition> ours = consumer.assignment();
        return ours.stream().allMatch(partition -> consumer.position(partition, PATIENCE) >= ends.get(partition));
    }
}
