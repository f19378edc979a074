package io.aftertouch.feedback.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.response.Text;
import io.aftertouch.feedback.review.CaseWork;
import io.aftertouch.feedback.review.Outcome;
import io.aftertouch.feedback.review.ReviewCaseRepository;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The inbox as pages: every step is a plain post that leads back to the same list and the same case. */
@Path("/inbox")
@Produces(MediaType.TEXT_HTML)
class InboxResource {

    private static final int LONGEST_NOTE = 4_000;
    private static final int LONGEST_CAUSE = 200;
    private static final int LONGEST_NAME = 128;

    private final InboxPages pages;
    private final ReviewCaseRepository cases;
    private final CaseWork work;
    private final Caller caller;
    private final ZoneId zone;

    InboxResource(InboxPages pages, ReviewCaseRepository cases, CaseWork work, Caller caller, ZoneId zone) {
        this.pages = pages;
        this.cases = cases;
        this.work = work;
        this.caller = caller;
        this.zone = zone;
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {

        private Templates() {}

        static native TemplateInstance inbox(InboxPage page);

        static native TemplateInstance count(long open);
    }

    @GET
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(hidden = true)
    public TemplateInstance inbox(
            @BeanParam InboxFilter filter,
            @QueryParam("done") String done,
            @QueryParam("on") String on,
            @QueryParam("template") String template,
            @QueryParam("language") String language) {
        ReplyForm start = template == null ? null : new ReplyForm(null, template, language, "", "", false);
        return Templates.inbox(pages.page(filter, Done.of(done, on), null, start));
    }

    /** The number beside the inbox in the navigation. */
    @GET
    @Path("/count")
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(hidden = true)
    public TemplateInstance count() {
        return Templates.count(cases.countOpen());
    }

    @POST
    @Path("/{id}/take")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response take(@PathParam("id") UUID id, @BeanParam InboxFilter filter) {
        return step(filter, () -> work.take(id, caller.name(), null));
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response release(@PathParam("id") UUID id, @BeanParam InboxFilter filter) {
        return step(filter, () -> work.release(id, caller.name(), null));
    }

    @POST
    @Path("/{id}/waiting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response await(@PathParam("id") UUID id, @BeanParam InboxFilter filter) {
        return step(filter, () -> work.await(id, caller.name(), null));
    }

    @POST
    @Path("/{id}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response note(
            @PathParam("id") UUID id,
            @BeanParam InboxFilter filter,
            @FormParam("text") String text,
            @FormParam("contact") boolean contact) {
        String note = typed(text);
        if (note == null || isUnfit(note, LONGEST_NOTE)) {
            return page(422, filter, "A note needs words, at most 4,000 characters.");
        }
        return step(filter, () -> {
            if (contact) {
                work.contact(id, caller.name(), note);
            } else {
                work.note(id, caller.name(), note);
            }
        });
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response resolve(
            @PathParam("id") UUID id,
            @BeanParam InboxFilter filter,
            @FormParam("reason") String reason,
            @FormParam("rootCause") String rootCause) {
        Optional<Outcome> how = Outcome.toChoose().stream()
                .filter(known -> known.name().equals(reason))
                .findFirst();
        String cause = typed(rootCause);
        if (how.isEmpty()) {
            return page(422, filter, "Say how it ended.");
        }
        if (cause != null && isUnfit(cause, LONGEST_CAUSE)) {
            return page(422, filter, "The root cause has room for 200 characters.");
        }
        return step(filter, () -> work.resolve(id, caller.name(), how.get(), cause, null));
    }

    @POST
    @Path("/{id}/reopening")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response reopen(@PathParam("id") UUID id, @BeanParam InboxFilter filter) {
        return step(filter, () -> work.reopen(id, caller.name(), null));
    }

    @POST
    @Path("/{id}/assignment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response assign(
            @PathParam("id") UUID id, @BeanParam InboxFilter filter, @FormParam("assignee") String assignee) {
        String to = typed(assignee);
        if (to == null || isUnfit(to, LONGEST_NAME)) {
            return page(422, filter, "Say who is to have the case.");
        }
        return step(filter, () -> work.assign(id, caller.name(), to, null));
    }

    /** @param until as a browser sends a date and time, in the time zone of the installation */
    @POST
    @Path("/{id}/snooze")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response snooze(@PathParam("id") UUID id, @BeanParam InboxFilter filter, @FormParam("until") String until) {
        Optional<Instant> moment = moment(until);
        if (moment.isEmpty()) {
            return page(422, filter, "Say until when, as a date and a time.");
        }
        return step(filter, () -> work.snooze(id, caller.name(), moment.get(), null));
    }

    @POST
    @Path("/{id}/waking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response wake(@PathParam("id") UUID id, @BeanParam InboxFilter filter) {
        return step(filter, () -> work.wake(id, caller.name(), null));
    }

    @POST
    @Path("/{id}/spam")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(hidden = true)
    public Response spam(@PathParam("id") UUID id, @BeanParam InboxFilter filter) {
        return step(filter, () -> work.markAsSpam(id, caller.name(), null));
    }

    private Optional<Instant> moment(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed == null ? "" : typed.strip())
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Response step(InboxFilter filter, Runnable step) {
        try {
            step.run();
            return back(filter);
        } catch (ProblemException e) {
            if (e.slug().equals("not-found")) {
                throw e;
            }
            return page(
                    e.slug().equals("invalid-request") ? 422 : 409, filter, "Nothing was changed: " + e.getMessage());
        }
    }

    private Response page(int status, InboxFilter filter, String message) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.inbox(pages.page(filter, null, message)).render())
                .build();
    }

    private static Response back(InboxFilter filter) {
        String query = filter.query();
        String opened = filter.openedId() == null ? "" : (query.isEmpty() ? "" : "&") + "case=" + filter.openedId();
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/inbox?" + query + opened)
                .build();
    }

    private static String typed(String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
    }

    private static boolean isUnfit(String text, int longest) {
        return !Text.Check.isStorable(text) || Text.Check.length(text) > longest;
    }
}
