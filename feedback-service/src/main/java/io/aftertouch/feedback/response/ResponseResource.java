package io.aftertouch.feedback.response;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.idempotency.IdempotencyKeys;
import io.aftertouch.platform.idempotency.RememberedAnswer;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers: handed in by other systems, and read. */
@Path("/api/v1/responses")
@Tag(name = "Responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ResponseResource {

    private final ResponseSubmission submission;
    private final ResponseBatchIntake batchIntake;
    private final ResponseReading reading;
    private final ResponseRepository responses;
    private final Caller caller;
    private final ObjectMapper json;

    ResponseResource(
            ResponseSubmission submission,
            ResponseBatchIntake batchIntake,
            ResponseReading reading,
            ResponseRepository responses,
            Caller caller,
            ObjectMapper json) {
        this.submission = submission;
        this.batchIntake = batchIntake;
        this.reading = reading;
        this.responses = responses;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @NonBlocking
    @PermissionsAllowed(Scopes.RESPONSES_WRITE)
    @Operation(
            operationId = "submitResponse",
            summary = "Hand in an answer",
            description =
                    "Stores one answer: to an invitation, or taken elsewhere and named by source and id. The same answer again gets 200 and the"
                            + " first one. A different answer to an invitation within the survey's edit window gets 200 and replaces the first, which is"
                            + " kept as a revision; any other different one is a 409.")
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = ResponseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was stored before, or replaces what was",
            content = @Content(schema = @Schema(implementation = ResponseView.class)))
    public CompletionStage<Response> submit(
            @NotNull @Valid SubmitResponse response, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        IdempotentRequest request = idempotencyKey == null
                ? null
                : new IdempotentRequest(caller.name(), IdempotencyKeys.checked(idempotencyKey), hash(response));
        return submission
                .submitAtHand(response, request)
                .orElseGet(() -> onAThreadThatMayWait(() -> submission.submit(response, request)))
                .thenApply(ResponseResource::answer);
    }

    @POST
    @Path("/batch")
    @Blocking
    @PermissionsAllowed(Scopes.RESPONSES_WRITE)
    @Operation(
            operationId = "submitResponses",
            summary = "Hand in up to 500 answers, each taken on its own",
            description =
                    "The answer has one result for each, in the order of the request, as if it had been posted alone. A repeat of the whole"
                            + " batch stores nothing twice.")
    public ResponseBatchAnswer submit(@NotNull @Valid ResponseBatch batch) {
        return batchIntake.submit(batch);
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(
            operationId = "listResponses",
            summary = "Answers, latest first",
            description =
                    "A filter that no index answers looks at 20,000 answers a page at most: a page may then hold fewer than limit, even none,"
                            + " and still have a next. Go on until next is null.")
    public PagedView<ResponseView> list(
            @BeanParam AddressFilter asked,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reading.page(asked.filter(), Cursor.decode(cursor, 2), limit);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(operationId = "getResponse", summary = "One answer")
    public ResponseView one(@PathParam("id") UUID id) {
        return responses.findByIdOptional(id).map(ResponseView::of).orElseThrow(() -> new UnknownResponse(id));
    }

    @GET
    @Path("/{id}/revisions")
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(
            operationId = "listResponseRevisions",
            summary = "What an answer said before the customer changed it, first to last")
    public PagedView<RevisionView> revisions(@PathParam("id") UUID id) {
        one(id);
        return new PagedView<>(
                responses.revisionsOf(id).stream().map(RevisionView::of).toList(), null);
    }

    static String location(SurveyResponse response) {
        return location(response.id());
    }

    static String location(UUID response) {
        return "/api/v1/responses/" + response;
    }

    static RememberedAnswer remembered(int status, SurveyResponse response, ObjectMapper json) {
        try {
            return new RememberedAnswer(status, json.writeValueAsString(ResponseView.of(response)), location(response));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletionStage<Submitted> onAThreadThatMayWait(Callable<CompletionStage<Submitted>> submission) {
        return Vertx.currentContext()
                .executeBlocking(submission, false)
                .toCompletionStage()
                .thenCompose(Function.identity());
    }

    private static Response answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Recorded(SurveyResponse response) -> answer(201, response);
            case Submitted.Repeated(SurveyResponse response) -> answer(200, response);
            case Submitted.Revised(SurveyResponse response) -> answer(200, response);
            case Submitted.Replayed(RememberedAnswer before) ->
                Response.status(before.status())
                        .header("Idempotent-Replayed", "true")
                        .header(HttpHeaders.LOCATION, before.location())
                        .type(MediaType.APPLICATION_JSON)
                        .entity(before.body())
                        .build();
        };
    }

    private static Response answer(int status, SurveyResponse response) {
        return Response.status(status)
                .header(HttpHeaders.LOCATION, location(response))
                .entity(ResponseView.of(response))
                .build();
    }

    private byte[] hash(SubmitResponse response) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("POST /api/v1/responses\n".getBytes(StandardCharsets.UTF_8));
            return digest.digest(json.writeValueAsBytes(response));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
