package io.aftertouch.platform.inbox;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An event of another service, decoded as far as every consumer needs it. */
public record ReceivedEvent(UUID id, String type, String key, Instant time, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * Reads the data as a record of the consumer's own. Properties that the record does not know are left out, so that a producer may add some.
     *
     * @throws UnreadableEvent when it cannot be read; the message is then parked
     */
    public <T> T as(Class<T> type) {
        try {
            return JSON.treeToValue(data, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UnreadableEvent("The data is not a " + type.getSimpleName() + ": " + e.getOriginalMessage());
        }
    }
}
