package io.aftertouch.score.webhook;

import java.time.Duration;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record RotateSecret(
        @Min(0)
        @Max(168)
        @Schema(
                description =
                        "For how many hours messages are signed with the secret before as well; 0 ends it at once. Left out: 24",
                examples = "24")
        Integer overlapHours) {

    private static final int USUAL = 24;

    Duration overlap() {
        return Duration.ofHours(Objects.requireNonNullElse(overlapHours, USUAL));
    }
}
