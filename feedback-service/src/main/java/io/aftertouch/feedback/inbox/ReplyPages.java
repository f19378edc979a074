package io.aftertouch.feedback.inbox;

import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.reply.ReplyDraft;
import io.aftertouch.feedback.reply.ReplyWriting;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.problem.ProblemException;
import io.quarkus.security.PermissionsAllowed;

/** Writes to the customer of a case. What was typed stays in the form when it is only looked at, or refused. */
@Path("/inbox/{id}/replies")
@Produces(MediaType.TEXT_HTML)
class ReplyPages {

    private static final String PREVIEW = "PREVIEW";

    private final InboxPages pages;
    private final ReplyWriting writing;
    private final Caller caller;

    ReplyPages(InboxPages pages, ReplyWriting writing, Caller caller) {
        this.pages = pages;
        this.writing = writing;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    public Response write(
            @PathParam("id") UUID id,
            @BeanParam InboxFilter filter,
            @FormParam("reply") UUID reply,
            @FormParam("language") String language,
            @FormParam("subject") String subject,
            @FormParam("text") String text,
            @FormParam("do") String step) {
        if (reply == null) {
            return page(
                    422, filter, null, "Nothing was sent: the form is not complete. Open the case and reply again.");
        }
        ReplyForm typed =
                new ReplyForm(reply.toString(), null, language, said(subject), said(text), PREVIEW.equals(step));
        if (typed.preview()) {
            return page(200, filter, typed, null);
        }
        try {
            writing.write(reply, id, caller.name(), new ReplyDraft(language, subject, typed.text()), null);
            return back(filter);
        } catch (ProblemException e) {
            if (e.slug().equals("not-found")) {
                throw e;
            }
            boolean invalid = e.slug().equals("invalid-request");
            return page(invalid ? 422 : 409, filter, typed, "Nothing was sent: " + reason(e));
        }
    }

    /** @param reply the id of the new one, so that a button that is pressed twice sends once */
    @POST
    @Path("/{failed}/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    public Response again(
            @PathParam("id") UUID id,
            @PathParam("failed") UUID failed,
            @BeanParam InboxFilter filter,
            @FormParam("reply") UUID reply) {
        if (reply == null) {
            return page(422, filter, null, "Nothing was sent: the form is not complete. Open the case and try again.");
        }
        try {
            writing.again(reply, id, failed, caller.name(), null);
            return back(filter);
        } catch (ProblemException e) {
            if (e.slug().equals("not-found")) {
                throw e;
            }
            return page(409, filter, null, "Nothing was sent: " + reason(e));
        }
    }

    private static String reason(ProblemException e) {
        return e.errors().isEmpty()
                ? e.getMessage()
                : "its " + e.errors().getFirst().field() + " "
                        + e.errors().getFirst().message() + ".";
    }

    private static String said(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }

    private Response page(int status, InboxFilter filter, ReplyForm typed, String message) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(InboxResource.Templates.inbox(pages.page(filter, null, message, typed))
                        .render())
                .build();
    }

    private static Response back(InboxFilter filter) {
        String query = filter.query();
        String opened = filter.openedId() == null ? "" : (query.isEmpty() ? "" : "&") + "case=" + filter.openedId();
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/inbox?" + query + opened)
                .build();
    }
}
