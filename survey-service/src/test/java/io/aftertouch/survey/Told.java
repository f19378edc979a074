package io.aftertouch.survey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import static org.awaitility.Awaitility.await;

/** What this service has told the others. */
public final class Told {

    private Told() {}

    /** The one event of this type about this thing, valid by its contract. */
    public static String once(String topic, String key, String type) {
        return once(topic, type, key, message -> key.equals(message.key()));
    }

    /** The one event of this type that has this text in it, whatever it is about, valid by its contract. */
    public static String onceSaying(String topic, String type, String text) {
        return once(topic, type, text, message -> said(message).contains(text));
    }

    private static String once(
            String topic, String type, String what, Predicate<ConsumerRecord<String, byte[]>> which) {
        List<String> found = await(type + " of " + what)
                .until(
                        () -> Topics.published(topic).stream()
                                .filter(message -> CloudEventHeaders.type(message.headers())
                                        .filter(type::equals)
                                        .isPresent())
                                .filter(which)
                                .map(Told::said)
                                .toList(),
                        messages -> messages.size() == 1);
        Contracts.assertValid(type, found.getFirst());
        return found.getFirst();
    }

    private static String said(ConsumerRecord<String, byte[]> message) {
        return new String(message.value(), StandardCharsets.UTF_8);
    }
}
