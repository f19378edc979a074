package io.aftertouch.score.news;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is posted to webhooks, as the document of the API tells it under {@code webhooks}: one message for each kind of subject. */
public final class WebhookContract {

    /** What holds of all of them. */
    public static final String SIGNED =
            "Posted to webhooks of the format STANDARD and signed by Standard Webhooks 1.0: headers webhook-id (the same at"
                    + " every try), webhook-timestamp and webhook-signature. Any answer but 2xx, also a redirect, is tried again for three days;"
                    + " 410 ends the webhook.";

    private WebhookContract() {}

    @Schema(name = "WebhookResponseMessage")
    public record ResponseMessage(
            @Schema(enumeration = {"response.recorded", "response.revised", "response.withdrawn"})
            String type,

            @Schema(description = "When it happened") Instant timestamp,
            ToldResponse data) {}

    @Schema(name = "WebhookCaseMessage")
    public record CaseMessage(
            @Schema(enumeration = {"case.opened", "case.changed"})
            String type,

            @Schema(description = "When it happened") Instant timestamp,
            ToldCase data) {}

    @Schema(name = "WebhookAlertMessage")
    public record AlertMessage(
            @Schema(enumeration = {"alert.opened", "alert.updated", "alert.recovered"})
            String type,

            @Schema(description = "When it happened") Instant timestamp,
            ToldAlert data) {}

    @Schema(name = "WebhookInvitationMessage")
    public record InvitationMessage(
            @Schema(
                    enumeration = {
                        "invitation.scheduled",
                        "invitation.sent",
                        "invitation.answered",
                        "invitation.expired",
                        "invitation.cancelled",
                        "invitation.bounced",
                        "invitation.failed"
                    })
            String type,

            @Schema(description = "When it happened") Instant timestamp,
            ToldInvitation data) {}
}
