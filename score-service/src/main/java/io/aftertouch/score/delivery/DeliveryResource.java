package io.aftertouch.score.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.score.webhook.Receivers;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/webhooks/{id}")
@Tag(name = "Webhooks")
class DeliveryResource {

    private final Receivers receivers;
    private final Messages messages;
    private final Attempts attempts;
    private final Replaying replaying;
    private final Testing testing;

    DeliveryResource(Receivers receivers, Messages messages, Attempts attempts, Replaying replaying, Testing testing) {
        this.receivers = receivers;
        this.messages = messages;
        this.attempts = attempts;
        this.replaying = replaying;
        this.testing = testing;
    }

    record ReplayFailed(
            @NotNull @Schema(description = "What was written since then and given up is posted again")
            Instant since) {}

    @Schema(name = "ReplayedMessages")
    record Replayed(int replayed) {}

    @GET
    @Path("/messages")
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "listWebhookMessages",
            summary = "What a webhook was or will be told, newest first; kept for 30 days")
    public PagedView<MessageView> list(
            @PathParam("id") UUID webhook,
            @QueryParam("state") MessageState state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        mustExist(webhook);
        Cursor start = Cursor.decode(cursor, 1);
        List<Message> rows = messages.newestFirst(webhook, state, start == null ? null : start.uuid(0), limit + 1);
        return PagedView.of(rows, limit, MessageView::of, last -> Cursor.encode(last.id()));
    }

    @GET
    @Path("/messages/{message}")
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "getWebhookMessage",
            summary = "One message by its webhook-id, with every attempt to post it")
    public MessageView get(@PathParam("id") UUID webhook, @PathParam("message") UUID message) {
        return messages.find(webhook, message)
                .map(found -> MessageView.of(found, attempts.of(found.id())))
                .orElseThrow(NotFound::new);
    }

    @POST
    @Path("/messages/{message}/replay")
    @ResponseStatus(202)
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "replayWebhookMessage",
            summary = "Post a message again",
            description =
                    "Whatever became of it; with the same webhook-id, so that a receiver that has it can pass over it.")
    @APIResponse(
            responseCode = "202",
            description = "It is posted again soon",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageView.class)))
    public MessageView replay(@PathParam("id") UUID webhook, @PathParam("message") UUID message) {
        replaying.replay(webhook, message);
        return messages.find(webhook, message).map(MessageView::of).orElseThrow(NotFound::new);
    }

    @POST
    @Path("/replay")
    @ResponseStatus(202)
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(operationId = "replayFailedWebhookMessages", summary = "Post all again that were given up since a time")
    @APIResponse(
            responseCode = "202",
            description = "They are posted again soon",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Replayed.class)))
    public Replayed replay(@PathParam("id") UUID webhook, @NotNull @Valid ReplayFailed wish) {
        return new Replayed(replaying.replayFailed(webhook, wish.since()));
    }

    @POST
    @Path("/test")
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "testWebhook",
            summary = "Post a test message, and tell how it was answered",
            description =
                    "Its type is webhook.test. It is posted once, whatever the state of the webhook, and stands in the log.")
    public MessageView test(@PathParam("id") UUID webhook) {
        return get(webhook, testing.test(webhook));
    }

    private void mustExist(UUID webhook) {
        receivers.find(webhook).orElseThrow(NotFound::new);
    }
}
