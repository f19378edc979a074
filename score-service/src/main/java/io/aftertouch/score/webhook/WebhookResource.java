package io.aftertouch.score.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.score.news.WebhookContract;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.callbacks.Callback;
import org.eclipse.microprofile.openapi.annotations.callbacks.CallbackOperation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/webhooks")
@Tag(name = "Webhooks")
class WebhookResource {

    private final WebhookRepository webhooks;
    private final WebhookEditing editing;
    private final Caller caller;
    private final Clock clock;

    WebhookResource(WebhookRepository webhooks, WebhookEditing editing, Caller caller, Clock clock) {
        this.webhooks = webhooks;
        this.editing = editing;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent(keepsAnswer = false)
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "createWebhook",
            summary = "Have a system of yours told of what happens",
            description =
                    "The secret that messages are signed with (Standard Webhooks 1.0) is shown in this answer, and in that to a repeat"
                            + " with the same Idempotency-Key, and never again. What is posted stands under webhooks in this document.")
    @APIResponse(
            responseCode = "201",
            description = "Made, and told of what happens from now on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookView.class)))
    @Callback(
            name = "response",
            callbackUrlExpression = "{$request.body#/url}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "An answer was given, changed or taken back",
                            description = WebhookContract.SIGNED,
                            requestBody =
                                    @RequestBody(
                                            content =
                                                    @Content(
                                                            mediaType = "application/json",
                                                            schema =
                                                                    @Schema(
                                                                            implementation =
                                                                                    WebhookContract.ResponseMessage
                                                                                            .class))),
                            responses = @APIResponse(responseCode = "2XX", description = "Taken")))
    @Callback(
            name = "case",
            callbackUrlExpression = "{$request.body#/url}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "A review case was opened or went a step on",
                            description = WebhookContract.SIGNED,
                            requestBody =
                                    @RequestBody(
                                            content =
                                                    @Content(
                                                            mediaType = "application/json",
                                                            schema =
                                                                    @Schema(
                                                                            implementation =
                                                                                    WebhookContract.CaseMessage
                                                                                            .class))),
                            responses = @APIResponse(responseCode = "2XX", description = "Taken")))
    @Callback(
            name = "alert",
            callbackUrlExpression = "{$request.body#/url}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "Negative answers became more frequent somewhere, or are as rare again as before",
                            description = WebhookContract.SIGNED,
                            requestBody =
                                    @RequestBody(
                                            content =
                                                    @Content(
                                                            mediaType = "application/json",
                                                            schema =
                                                                    @Schema(
                                                                            implementation =
                                                                                    WebhookContract.AlertMessage
                                                                                            .class))),
                            responses = @APIResponse(responseCode = "2XX", description = "Taken")))
    @Callback(
            name = "invitation",
            callbackUrlExpression = "{$request.body#/url}",
            operations =
                    @CallbackOperation(
                            method = "post",
                            summary = "An invitation went a step on",
                            description = WebhookContract.SIGNED,
                            requestBody =
                                    @RequestBody(
                                            content =
                                                    @Content(
                                                            mediaType = "application/json",
                                                            schema =
                                                                    @Schema(
                                                                            implementation =
                                                                                    WebhookContract.InvitationMessage
                                                                                            .class))),
                            responses = @APIResponse(responseCode = "2XX", description = "Taken")))
    public RestResponse<WebhookView> create(
            @Parameter(hidden = true) @HeaderParam("Idempotency-Key") String key, @NotNull @Valid CreateWebhook wish) {
        WebhookView made =
                editing.create(wish, Optional.ofNullable(key).map(named -> new RequestName(caller.name(), named)));
        return new EntityTag(made.version()).made("/api/v1/webhooks/" + made.id(), made);
    }

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(operationId = "listWebhooks", summary = "The webhooks, oldest first")
    public PagedView<WebhookView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        List<Webhook> rows = webhooks.after(start == null ? null : start.uuid(0), limit + 1);
        return PagedView.of(rows, limit, this::view, last -> Cursor.encode(last.id()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(operationId = "getWebhook", summary = "One webhook")
    public RestResponse<WebhookView> get(@PathParam("id") UUID id) {
        return tagged(webhooks.findByIdOptional(id).map(this::view).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change, pause or resume a webhook; needs If-Match",
            description =
                    "While it is paused, messages wait. What a disabled one was not told can be replayed once it is active again.")
    public RestResponse<WebhookView> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeWebhook wish) {
        return tagged(editing.change(id, ifMatch, wish));
    }

    @POST
    @Path("/{id}/secret-rotation")
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Sign with a new secret from now on; needs If-Match",
            description =
                    "The new secret is shown in this answer and never again. For the overlap every message has a signature of each, so"
                            + " that the receiver can change over at leisure.")
    public RestResponse<WebhookView> rotate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RotateSecret wish) {
        return tagged(editing.rotate(id, ifMatch, wish));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(operationId = "deleteWebhook", summary = "Remove a webhook and its delivery log; needs If-Match")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editing.remove(id, ifMatch);
    }

    private WebhookView view(Webhook webhook) {
        return WebhookView.of(webhook, clock.instant());
    }

    private static RestResponse<WebhookView> tagged(WebhookView view) {
        return new EntityTag(view.version()).shows(view);
    }
}
