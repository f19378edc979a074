package io.aftertouch.survey.publiclink;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CreatePublicLink(
        @NotNull @Size(max = 64) @Schema(description = "Key of a published survey", examples = "store-csat")
        String survey,

        @NotNull
        @Size(max = 64)
        @Schema(description = "Key of the touchpoint that its answers are counted at", examples = "store.purchase")
        String touchpoint,

        @Size(max = 50)
        @Schema(description = "What every answer through it is counted under", examples = "{\"store\": \"aarhus\"}")
        Map<
                        @NotNull @Pattern(regexp = Shapes.NAME, message = Shapes.NAME_MESSAGE) String,
                        @NotNull @Size(max = 64) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE) String>
                segments,

        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "What colleagues call it", examples = "Aarhus, at the till")
        String name,

        @Schema(description = "From then on it takes no answers. Left out: until it is closed")
        Instant activeUntil) {

    PublicLinkSettings settings() {
        return new PublicLinkSettings(
                survey,
                Objects.requireNonNullElse(segments, Map.of()),
                name,
                PublicLinkState.OPEN,
                ChangePublicLink.stored(activeUntil));
    }
}
