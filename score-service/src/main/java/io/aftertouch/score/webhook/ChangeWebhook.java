package io.aftertouch.score.webhook;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.score.news.NewsType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All of what can be changed; without touchpoints it is told about all of them")
public record ChangeWebhook(
        @NotNull @Size(max = 120) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String name,

        @NotNull @Size(max = 2000) String url,
        @NotNull @Size(min = 1, max = 30) Set<@NotNull NewsType> types,
        @Size(max = 50) Set<@NotNull @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE) String> touchpoints,

        @Schema(description = "Left out: STANDARD") WebhookFormat format,

        @Schema(
                description =
                        "PAUSED lets messages wait, ACTIVE lets them go on, also after it was disabled. Left out: as it is",
                enumeration = {"ACTIVE", "PAUSED"})
        WebhookState state) {

    WebhookSettings settings(WebhookState now) {
        return new WebhookSettings(
                name.strip(),
                url,
                types,
                new TreeSet<>(Objects.requireNonNullElse(touchpoints, Set.of())),
                Objects.requireNonNullElse(format, WebhookFormat.STANDARD),
                Objects.requireNonNullElse(state, now));
    }
}
