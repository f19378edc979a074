package io.aftertouch.survey;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.Topics;

import static org.awaitility.Awaitility.await;

/** What this service has told the others. */
public final class Told {

    private Told() {}

    /** The one event of this type about this thing, valid by its contract. */
    public static String once(String topic, String key, String type) {
        List<String> found = await(type + " of " + key)
                .until(
                        () -> Topics.published(topic).stream()
                                .filter(message -> key.equals(message.key()))
                                .filter(message -> CloudEventHeaders.type(message.headers())
                                        .filter(type::equals)
                                        .isPresent())
                                .map(message -> new String(message.value(), StandardCharsets.UTF_8))
                                .toList(),
                        messages -> messages.size() == 1);
        Contracts.assertValid(type, found.getFirst());
        return found.getFirst();
    }
}
