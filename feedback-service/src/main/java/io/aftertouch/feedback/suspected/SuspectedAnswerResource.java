package io.aftertouch.feedback.suspected;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers that a program may have sent: kept, and not counted before somebody confirms them. */
@Path("/api/v1/responses/suspected")
@Tag(name = "Suspected answers")
@Produces(MediaType.APPLICATION_JSON)
class SuspectedAnswerResource {

    private final SuspectedAnswerRepository answers;
    private final SuspectedAnswers decisions;
    private final Catalog catalog;
    private final Caller caller;

    SuspectedAnswerResource(
            SuspectedAnswerRepository answers, SuspectedAnswers decisions, Catalog catalog, Caller caller) {
        this.answers = answers;
        this.decisions = decisions;
        this.catalog = catalog;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(operationId = "listSuspectedAnswers", summary = "Answers that a program may have sent, sent last first")
    public PagedView<SuspectedAnswerView> list(
            @QueryParam("state") @DefaultValue("WAITING") SuspectedState state,
            @QueryParam("touchpoint") String touchpoint,
            @QueryParam("respondent") String respondent,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return PagedView.of(
                answers.inState(state, touchpoint, respondent, Cursor.decode(cursor, 2), limit + 1),
                limit,
                this::view,
                SuspectedAnswerRepository::cursorAfter);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(operationId = "getSuspectedAnswer", summary = "One of them")
    public SuspectedAnswerView one(@PathParam("id") UUID id) {
        return answers.findByIdOptional(id).map(this::view).orElseThrow(() -> new UnknownSuspectedAnswer(id));
    }

    @POST
    @Path("/{id}/confirmation")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(
            operationId = "confirmSuspectedAnswer",
            summary = "Say that it is an answer",
            description = "It becomes a response, as of the time at which it was sent, and counts.")
    public SuspectedAnswerView confirm(@PathParam("id") UUID id) {
        return view(decisions.confirm(id, caller.name()));
    }

    @POST
    @Path("/{id}/discarding")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(
            operationId = "discardSuspectedAnswer",
            summary = "Say that it is none",
            description = "A response that was made of it by hand is withdrawn, and the respondent can still answer.")
    public SuspectedAnswerView discard(@PathParam("id") UUID id) {
        return view(decisions.discard(id, caller.name()));
    }

    @POST
    @Path("/{id}/return")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(
            operationId = "putSuspectedAnswerBack",
            summary = "Take back what was decided by hand",
            description = "It waits again. What the respondent confirmed stands: that is a 409.")
    public SuspectedAnswerView putBack(@PathParam("id") UUID id) {
        return view(decisions.putBack(id, caller.name()));
    }

    private SuspectedAnswerView view(SuspectedAnswer suspected) {
        return SuspectedAnswerView.of(
                suspected, catalog.survey(suspected.survey()).orElseThrow().scale());
    }
}
