package io.aftertouch.feedback.reply;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.review.ReviewCaseRepository;
import io.aftertouch.feedback.review.UnknownCase;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.idempotency.Idempotent;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is written to a customer about a case. */
@Path("/api/v1/review-cases/{id}/replies")
@Tag(name = "Review cases")
@Produces(MediaType.APPLICATION_JSON)
class ReplyResource {

    private final ReplyWriting writing;
    private final ReplyDrafts drafts;
    private final ReplyRepository replies;
    private final ReviewCaseRepository cases;
    private final Caller caller;
    private final CallerNames names;
    private final Ids ids;

    ReplyResource(
            ReplyWriting writing,
            ReplyDrafts drafts,
            ReplyRepository replies,
            ReviewCaseRepository cases,
            Caller caller,
            CallerNames names,
            Ids ids) {
        this.writing = writing;
        this.drafts = drafts;
        this.replies = replies;
        this.cases = cases;
        this.caller = caller;
        this.names = names;
        this.ids = ids;
    }

    /** The replies of a case. */
    record Replies(List<ReplyView> items) {}

    @GET
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(operationId = "listReplies", summary = "What was written to the customer, first to last")
    public Replies list(@PathParam("id") UUID id) {
        answerOf(id);
        return new Replies(
                replies.of(id).stream().map(reply -> ReplyView.of(reply, names)).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(
            operationId = "replyToCustomer",
            summary = "Write to the customer by e-mail",
            description =
                    "Only where the customer has allowed it with the answer. Whoever has the case writes; a case that nobody has is taken with it."
                            + " What becomes of it is told in the history of the case and in the state of the reply.")
    public RestResponse<ReplyView> write(
            @PathParam("id") UUID id,
            @NotNull @Valid WriteReply wish,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ReplyDraft draft = draft(answerOf(id), wish);
        Reply reply = writing.write(ids.next(), id, caller.name(), draft, expected(ifMatch));
        return RestResponse.ResponseBuilder.ok(ReplyView.of(reply, names))
                .header(HttpHeaders.CONTENT_LOCATION, location(id))
                .build();
    }

    @POST
    @Path("/{reply}/again")
    @Idempotent
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(
            operationId = "tryReplyAgain",
            summary = "Send a reply that failed once more",
            description = "The last reply of the case, once it is FAILED. The same words go out as another reply.")
    public RestResponse<ReplyView> again(
            @PathParam("id") UUID id,
            @PathParam("reply") UUID reply,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        answerOf(id);
        Reply again = writing.again(ids.next(), id, reply, caller.name(), expected(ifMatch));
        return RestResponse.ResponseBuilder.ok(ReplyView.of(again, names))
                .header(HttpHeaders.CONTENT_LOCATION, location(id))
                .build();
    }

    static String location(UUID reviewCase) {
        return "/api/v1/review-cases/" + reviewCase + "/replies";
    }

    private ReplyDraft draft(SurveyResponse response, WriteReply wish) {
        if (wish.template() == null) {
            String language = wish.language() == null ? drafts.languageOf(response) : wish.language();
            return new ReplyDraft(language, wish.subject(), wish.text());
        }
        ReplyDraft filled = drafts.draft(response, wish.template(), wish.language(), caller.name())
                .orElseThrow(() -> new InvalidReply("template", "is not known"));
        return new ReplyDraft(
                filled.language(),
                wish.subject() == null ? filled.subject() : wish.subject(),
                wish.text() == null ? filled.text() : wish.text());
    }

    private SurveyResponse answerOf(UUID id) {
        return cases.withAnswer(id).orElseThrow(() -> new UnknownCase(id)).response();
    }

    /** @return null when it does not matter; −1, which no case has, when it is no ETag of ours */
    private static Integer expected(String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        return ifMatch.matches("\"[0-9]{1,9}\"") ? Integer.valueOf(ifMatch.substring(1, ifMatch.length() - 1)) : -1;
    }
}
