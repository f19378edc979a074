package io.aftertouch.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message that could not be applied, as it came.
 *
 * @param message null when it had no data
 */
@Schema(name = "ParkedMessage")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ParkedText(String topic, String type, String message, Instant parkedAt) {

    public static ParkedText of(ParkedMessages.Parked parked) {
        return new ParkedText(
                parked.topic(),
                parked.type(),
                parked.payload() == null ? null : new String(parked.payload(), StandardCharsets.UTF_8),
                parked.parkedAt());
    }
}
