package io.aftertouch.feedback.review;

import java.util.UUID;

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

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.response.ResponseRepository;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Review cases: found, read and worked on. A step that names the version it starts from by {@code If-Match} is refused when that is not the current one. */
@Path("/api/v1/review-cases")
@Tag(name = "Review cases")
@Produces(MediaType.APPLICATION_JSON)
class ReviewCaseResource {

    private static final int EARLIER_ANSWERS = 5;

    private final ReviewCaseRepository cases;
    private final ResponseRepository responses;
    private final Catalog catalog;
    private final CaseWork work;
    private final Caller caller;
    private final CallerNames names;

    ReviewCaseResource(
            ReviewCaseRepository cases,
            ResponseRepository responses,
            Catalog catalog,
            CaseWork work,
            Caller caller,
            CallerNames names) {
        this.cases = cases;
        this.responses = responses;
        this.catalog = catalog;
        this.work = work;
        this.caller = caller;
        this.names = names;
    }

    @GET
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(operationId = "listReviewCases", summary = "Cases with their answers, newest or due first")
    public PagedView<ReviewCaseView> list(
            @BeanParam CaseQueryFilter asked,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        CaseOrder order = asked.ordered();
        var found = cases.list(asked.filter(), order, cursor, limit + 1);
        return PagedView.of(
                found,
                limit,
                listed -> ReviewCaseView.listed(listed, scaleOf(listed), names),
                last -> ReviewCaseRepository.cursorAfter(order, last.reviewCase()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(operationId = "getReviewCase", summary = "One case with its history and earlier answers")
    public RestResponse<ReviewCaseView> one(@PathParam("id") UUID id) {
        return whole(id);
    }

    @POST
    @Path("/{id}/take")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(
            operationId = "takeReviewCase",
            summary = "Take a case",
            description = "The first one gets it; everybody else gets a 409 that says who has it.")
    public RestResponse<ReviewCaseView> take(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        work.take(id, caller.name(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/release")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "releaseReviewCase", summary = "Give a case back, so that somebody else can take it")
    public RestResponse<ReviewCaseView> release(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        work.release(id, caller.name(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "addNoteToReviewCase", summary = "Add a note for colleagues")
    public RestResponse<ReviewCaseView> note(@PathParam("id") UUID id, @NotNull @Valid AddNote note) {
        if (note.isContact()) {
            work.contact(id, caller.name(), note.text());
        } else {
            work.note(id, caller.name(), note.text());
        }
        return whole(id);
    }

    @POST
    @Path("/{id}/waiting")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "awaitReviewCase", summary = "Say that the case waits for somebody else")
    public RestResponse<ReviewCaseView> await(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        work.await(id, caller.name(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "resolveReviewCase", summary = "Close the loop: say how it ended and why it happened")
    public RestResponse<ReviewCaseView> resolve(
            @PathParam("id") UUID id, @NotNull @Valid ResolveCase resolution, @HeaderParam("If-Match") String ifMatch) {
        work.resolve(id, caller.name(), resolution.reason(), resolution.rootCause(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/reopening")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "reopenReviewCase", summary = "Open a closed case again")
    public RestResponse<ReviewCaseView> reopen(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        work.reopen(id, caller.name(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "assignReviewCase", summary = "Give a case to somebody, whoever had it before")
    public RestResponse<ReviewCaseView> assign(
            @PathParam("id") UUID id, @NotNull @Valid AssignCase wish, @HeaderParam("If-Match") String ifMatch) {
        work.assign(id, caller.name(), wish.assignee(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "snoozeReviewCase", summary = "Put a case aside until a time; it wakes by itself")
    public RestResponse<ReviewCaseView> snooze(
            @PathParam("id") UUID id, @NotNull @Valid SnoozeCase wish, @HeaderParam("If-Match") String ifMatch) {
        work.snooze(id, caller.name(), wish.until(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/waking")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "wakeReviewCase", summary = "Go on with a snoozed case before its time")
    public RestResponse<ReviewCaseView> wake(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        work.wake(id, caller.name(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/spam")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "markReviewCaseAsSpam", summary = "Say that this is no answer of a customer")
    public RestResponse<ReviewCaseView> spam(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        work.markAsSpam(id, caller.name(), expected(ifMatch));
        return whole(id);
    }

    @POST
    @Path("/{id}/undo")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(
            operationId = "undoReviewCaseStep",
            summary = "Take back one's last step, if nothing has happened to the case since")
    public RestResponse<ReviewCaseView> undo(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        work.undo(id, caller.name(), expected(ifMatch));
        return whole(id);
    }

    private RestResponse<ReviewCaseView> whole(UUID id) {
        var found = cases.withAnswer(id).orElseThrow(() -> new UnknownCase(id));
        var view = ReviewCaseView.whole(
                found,
                scaleOf(found),
                names,
                cases.history(id),
                responses.earlierOf(found.response(), EARLIER_ANSWERS));
        return ResponseBuilder.ok(view)
                .header("ETag", etag(found.reviewCase()))
                .header(HttpHeaders.CONTENT_LOCATION, location(id))
                .build();
    }

    static String location(UUID id) {
        return "/api/v1/review-cases/" + id;
    }

    private Scale scaleOf(CaseWithAnswer found) {
        return catalog.survey(found.response().survey())
                .map(SurveyVersion::scale)
                .orElseThrow(() -> new IllegalStateException(
                        "The survey of response " + found.response().id() + " is not in the catalog"));
    }

    private static String etag(ReviewCase reviewCase) {
        return "\"" + reviewCase.version() + "\"";
    }

    /** @return null when it does not matter; −1, which no case has, when it is no ETag of ours */
    private static Integer expected(String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        return ifMatch.matches("\"[0-9]{1,9}\"") ? Integer.valueOf(ifMatch.substring(1, ifMatch.length() - 1)) : -1;
    }
}
