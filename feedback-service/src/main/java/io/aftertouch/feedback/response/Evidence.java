package io.aftertouch.feedback.response;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was seen that speaks for a program. It says nothing of the person or the device: no address, no name of a browser.
 *
 * @param signs in the order of {@link Sign}
 * @param linksOpened how many links of the message were opened within seconds; null when there was no such haste
 * @param sentAfterMillis time between showing and sending; null when the form was not shown
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "Evidence",
        description = "What was seen of an answer that speaks for a program. Nothing about the person or the device.")
public record Evidence(
        List<Sign> signs,

        @Schema(
                description =
                        "How many links of the message were opened within seconds; null when there was no such haste.")
        Integer linksOpened,

        @Schema(description = "Milliseconds between showing the form and sending it; null when it was not shown.")
        Long sentAfterMillis) {

    public Evidence {
        signs = List.copyOf(signs);
    }

    /** Whether the answer is asked to be confirmed before it counts. */
    @JsonIgnore
    public boolean isSuspicious() {
        return signs.stream().anyMatch(Sign::isEnough);
    }
}
