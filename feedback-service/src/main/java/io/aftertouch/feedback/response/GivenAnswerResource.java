package io.aftertouch.feedback.response;

import java.util.concurrent.CompletionStage;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Token;
import io.aftertouch.platform.access.TokenMisses;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The form for programs: an app asks the question itself and hands the answer in for whoever holds the invitation. The token is all it takes, since no
 * API key is safe in an app; it answers one invitation and opens nothing else.
 */
@Path("/api/v1/responses/given")
@Tag(name = "Responses")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class GivenAnswerResource {

    private final ResponseSubmission submission;
    private final Catalog catalog;
    private final TokenMisses misses;
    private final CurrentVertxRequest current;

    GivenAnswerResource(
            ResponseSubmission submission, Catalog catalog, TokenMisses misses, CurrentVertxRequest current) {
        this.submission = submission;
        this.catalog = catalog;
        this.misses = misses;
        this.current = current;
    }

    @POST
    @Blocking
    @SecurityRequirements
    @Operation(
            operationId = "giveAnswer",
            summary = "Answer an invitation with nothing but its token",
            description =
                    "For an app that asks the question itself and must not hold an API key. The same answer again changes nothing; another one"
                            + " within the survey's edit window replaces the first. Whoever tries many unknown tokens has to wait (429).")
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = GivenAnswerView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was stored before, or replaces what was",
            content = @Content(schema = @Schema(implementation = GivenAnswerView.class)))
    public CompletionStage<Response> give(@NotNull @Valid GiveAnswer answer) {
        if (catalog.invitation(new Token(answer.invitation())).isEmpty()) {
            throw missed();
        }
        return submission.submit(answer.submission(), null).thenApply(this::response);
    }

    private RuntimeException missed() {
        return misses.allowAnother(
                        current.getCurrent().request().remoteAddress().hostAddress())
                ? new UnknownInvitation()
                : new TooManyUnknownTokens();
    }

    private Response response(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Recorded(SurveyResponse stored) -> response(201, stored);
            case Submitted.Repeated(SurveyResponse stored) -> response(200, stored);
            case Submitted.Revised(SurveyResponse stored) -> response(200, stored);
            case Submitted.Replayed replayed -> throw new IllegalStateException("There is no key to replay by");
        };
    }

    private Response response(int status, SurveyResponse stored) {
        SurveyVersion survey = catalog.survey(stored.survey()).orElseThrow();
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new GivenAnswerView(
                        stored.rating().score(),
                        stored.comment(),
                        stored.revision(),
                        stored.answeredAt(),
                        stored.recordedAt().plus(survey.editWindow())))
                .build();
    }
}
