package io.aftertouch.platform.inbox;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service does with messages that say themselves which they are, so that the same message has its effect once however often it comes. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Applies what can be applied, in transactions of its own.
     *
     * @return the messages that cannot be applied, and why
     */
    Map<ConsumerRecord<String, byte[]>, RuntimeException> handle(List<ConsumerRecord<String, byte[]>> messages);
}
