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

public record CreateWebhook(
        @NotNull
        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "What colleagues call it", examples = "CRM")
        String name,

        @NotNull
        @Size(max = 2000)
        @Schema(
                description =
                        "Where messages are posted to: https, a public address, no user and no fragment. Redirects are not followed",
                examples = "https://crm.example.com/aftertouch")
        String url,

        @NotNull @Size(min = 1, max = 30) @Schema(description = "What it is told of")
        Set<@NotNull NewsType> types,

        @Size(max = 50)
        @Schema(
                description = "Keys of the touchpoints that it is told about. Left out: all",
                examples = "[\"support.ticket-closed\"]")
        Set<@NotNull @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE) String> touchpoints,

        @Schema(
                description =
                        "STANDARD is {type, timestamp, data}; SLACK is {text}, one sentence and a link. Left out: STANDARD")
        WebhookFormat format) {

    WebhookSettings settings() {
        return new WebhookSettings(
                name.strip(),
                url,
                types,
                new TreeSet<>(Objects.requireNonNullElse(touchpoints, Set.of())),
                Objects.requireNonNullElse(format, WebhookFormat.STANDARD),
                WebhookState.ACTIVE);
    }
}
