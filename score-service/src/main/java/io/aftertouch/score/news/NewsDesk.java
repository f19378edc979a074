package io.aftertouch.score.news;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes news of what the services tell each other, and writes it as receivers want it. */
@Singleton
public class NewsDesk {

    /** What a test message calls itself. Nobody subscribes to it. */
    public static final String TEST = "webhook.test";

    private final ObjectMapper json;
    private final Touchpoints touchpoints;
    private final String publicAddress;

    NewsDesk(
            ObjectMapper json,
            Touchpoints touchpoints,
            @ConfigProperty(name = "aftertouch.public-address") URI publicAddress) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.touchpoints = touchpoints;
        this.publicAddress = publicAddress.toString().replaceAll("/+$", "");
    }

    /** A message that tells nothing and shows that a webhook works. */
    private record TestNews(String type, Instant timestamp, Tested data) {

        private record Tested(UUID webhook, URI url) {}
    }

    /** Empty when webhooks do not tell events of this type. */
    public Optional<News> read(ReceivedEvent event) {
        return NewsType.of(event.type()).map(type -> new News(type, event.time(), subject(type, event)));
    }

    private Subject subject(NewsType type, ReceivedEvent event) {
        return switch (type) {
            case RESPONSE_RECORDED, RESPONSE_REVISED, RESPONSE_WITHDRAWN -> {
                ToldResponse response = event.as(ToldResponse.class);
                yield response.at(
                        page("/responses?tp=" + encoded(response.touchpoint()) + "&score=" + response.score()));
            }
            case CASE_OPENED, CASE_CHANGED -> {
                ToldCase reviewCase = event.as(ToldCase.class);
                yield reviewCase.at(page("/inbox?case=" + encoded(reviewCase.id())));
            }
            case ALERT_OPENED, ALERT_UPDATED, ALERT_RECOVERED -> {
                ToldAlert alert = event.as(ToldAlert.class);
                yield alert.at(page("/alerts/" + encoded(alert.id())));
            }
            case INVITATION_SCHEDULED,
                    INVITATION_SENT,
                    INVITATION_ANSWERED,
                    INVITATION_EXPIRED,
                    INVITATION_CANCELLED,
                    INVITATION_BOUNCED,
                    INVITATION_FAILED -> {
                ToldInvitation invitation = event.as(ToldInvitation.class);
                yield invitation.at(page("/invitations/" + encoded(invitation.id())));
            }
        };
    }

    /** The body in the standard format: {@code {type, timestamp, data}}. */
    public String standard(News news) {
        return write(news);
    }

    /** The body of a test message in the standard format. */
    public String test(UUID webhook, Instant now) {
        return write(new TestNews(TEST, now, new TestNews.Tested(webhook, page("/webhooks/" + webhook))));
    }

    /**
     * The body in a chat's format, {@code {"text": …}}.
     *
     * @param standard what {@link #standard} or {@link #test} wrote
     */
    public String slack(String standard) {
        try {
            JsonNode told = json.readTree(standard);
            return write(Map.of("text", text(told)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept of a message cannot be read", e);
        }
    }

    private String text(JsonNode told) throws JsonProcessingException {
        Optional<NewsType> type = NewsType.of(told.path("type").asText());
        if (type.isEmpty()) {
            return "A test message: this webhook works. "
                    + SlackText.link(told.at("/data/url").asText(), "Show the webhook");
        }
        JsonNode data = told.path("data");
        SlackText slack = new SlackText(this::nameOf);
        return switch (type.get()) {
            case RESPONSE_RECORDED, RESPONSE_REVISED, RESPONSE_WITHDRAWN ->
                slack.of(json.treeToValue(data, ToldResponse.class));
            case CASE_OPENED, CASE_CHANGED -> slack.of(type.get(), json.treeToValue(data, ToldCase.class));
            case ALERT_OPENED, ALERT_UPDATED, ALERT_RECOVERED ->
                slack.of(type.get(), json.treeToValue(data, ToldAlert.class));
            case INVITATION_SCHEDULED,
                    INVITATION_SENT,
                    INVITATION_ANSWERED,
                    INVITATION_EXPIRED,
                    INVITATION_CANCELLED,
                    INVITATION_BOUNCED,
                    INVITATION_FAILED -> slack.of(type.get(), json.treeToValue(data, ToldInvitation.class));
        };
    }

    private String nameOf(String touchpoint) {
        return touchpoints.all().stream()
                .filter(known -> known.key().equals(touchpoint))
                .map(Touchpoint::name)
                .findFirst()
                .orElse(touchpoint);
    }

    private URI page(String path) {
        return URI.create(publicAddress + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
