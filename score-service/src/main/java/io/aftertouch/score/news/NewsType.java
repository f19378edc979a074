package io.aftertouch.score.news;

import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a webhook can tell. The names are those of the events between the services, and part of the API. */
@Schema(name = "WebhookEventType")
public enum NewsType {
    @JsonProperty("response.recorded")
    RESPONSE_RECORDED("response.recorded", "Somebody answered"),

    @JsonProperty("response.revised")
    RESPONSE_REVISED("response.revised", "An answer was changed"),

    @JsonProperty("response.withdrawn")
    RESPONSE_WITHDRAWN("response.withdrawn", "An answer was taken back"),

    @JsonProperty("case.opened")
    CASE_OPENED("case.opened", "A review case was opened"),

    @JsonProperty("case.changed")
    CASE_CHANGED("case.changed", "A review case went a step on"),

    @JsonProperty("alert.opened")
    ALERT_OPENED("alert.opened", "Negative answers became more frequent"),

    @JsonProperty("alert.updated")
    ALERT_UPDATED("alert.updated", "An alert goes on, or somebody saw to it"),

    @JsonProperty("alert.recovered")
    ALERT_RECOVERED("alert.recovered", "Negative answers are as rare as before"),

    @JsonProperty("invitation.scheduled")
    INVITATION_SCHEDULED("invitation.scheduled", "Somebody will be asked"),

    @JsonProperty("invitation.sent")
    INVITATION_SENT("invitation.sent", "Somebody was asked"),

    @JsonProperty("invitation.answered")
    INVITATION_ANSWERED("invitation.answered", "An invitation was answered"),

    @JsonProperty("invitation.expired")
    INVITATION_EXPIRED("invitation.expired", "The time to answer is over"),

    @JsonProperty("invitation.cancelled")
    INVITATION_CANCELLED("invitation.cancelled", "An invitation was taken back before it was sent"),

    @JsonProperty("invitation.bounced")
    INVITATION_BOUNCED("invitation.bounced", "There is no such mailbox"),

    @JsonProperty("invitation.failed")
    INVITATION_FAILED("invitation.failed", "An invitation could not be delivered");

    private final String key;
    private final String words;

    NewsType(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** As it stands in messages, requests and tables. */
    public String key() {
        return key;
    }

    public String words() {
        return words;
    }

    /** Empty when there is no such type. */
    public static Optional<NewsType> of(String key) {
        return Stream.of(values()).filter(type -> type.key.equals(key)).findFirst();
    }

    @Override
    public String toString() {
        return key;
    }
}
