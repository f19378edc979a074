package io.aftertouch.survey.publiclink;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All of what can be changed; what is left out is taken away, but for the state")
record ChangePublicLink(
        @NotNull @Size(max = 64) @Schema(description = "Key of a published survey")
        String survey,

        @Size(max = 50) @Schema(description = "What every answer through it is counted under from now on")
        Map<
                        @NotNull @Pattern(regexp = Shapes.NAME, message = Shapes.NAME_MESSAGE) String,
                        @NotNull @Size(max = 64) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE) String>
                segments,

        @Size(max = 120) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String name,

        @Schema(description = "Left out: as it is") PublicLinkState state,

        @Schema(description = "From then on it takes no answers. Left out: until it is closed")
        Instant activeUntil) {

    PublicLinkSettings settings(PublicLinkState now) {
        return new PublicLinkSettings(
                survey,
                Objects.requireNonNullElse(segments, Map.of()),
                name,
                Objects.requireNonNullElse(state, now),
                stored(activeUntil));
    }

    /** As exactly as the database keeps it. */
    static Instant stored(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }
}
