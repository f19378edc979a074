package io.aftertouch.feedback.suspected;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.response.AlreadyAnswered;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;

/** The list of answers that a program may have sent, on which colleagues decide about them. */
@Path("/responses/suspected")
@Produces(MediaType.TEXT_HTML)
class SuspectedPages {

    private static final int ROWS = 50;

    private final SuspectedAnswerRepository answers;
    private final SuspectedAnswers decisions;
    private final Catalog catalog;
    private final Caller caller;

    SuspectedPages(SuspectedAnswerRepository answers, SuspectedAnswers decisions, Catalog catalog, Caller caller) {
        this.answers = answers;
        this.decisions = decisions;
        this.catalog = catalog;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "suspected")
    static class Templates {

        private Templates() {}

        static native TemplateInstance suspected(SuspectedPage page);
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    public TemplateInstance list(@QueryParam("state") String state, @QueryParam("after") String after) {
        return page(stateOf(state), after, null);
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    public Response confirm(@PathParam("id") UUID id, @QueryParam("state") String state) {
        return decided(id, state, decisions::confirm);
    }

    @POST
    @Path("/{id}/discarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    public Response discard(@PathParam("id") UUID id, @QueryParam("state") String state) {
        return decided(id, state, decisions::discard);
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    public Response putBack(@PathParam("id") UUID id, @QueryParam("state") String state) {
        return decided(id, state, decisions::putBack);
    }

    private Response decided(UUID id, String state, BiFunction<UUID, String, SuspectedAnswer> step) {
        SuspectedState shown = stateOf(state);
        try {
            step.apply(id, caller.name());
            return Response.seeOther(URI.create("/responses/suspected?state=" + shown))
                    .build();
        } catch (SuspectedAnswerSettled | AlreadyAnswered refusal) {
            return Response.status(Response.Status.CONFLICT)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(shown, null, refusal.getMessage()).render())
                    .build();
        }
    }

    private TemplateInstance page(SuspectedState state, String after, String message) {
        Map<String, String> names =
                catalog.touchpoints().stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        PagedView<SuspectedPage.Row> found = PagedView.of(
                answers.inState(state, null, null, Cursor.decode(after, 2), ROWS + 1),
                ROWS,
                suspected -> row(suspected, names),
                SuspectedAnswerRepository::cursorAfter);
        return Templates.suspected(new SuspectedPage(
                state,
                found.items(),
                answers.howMany(SuspectedState.WAITING),
                found.next() == null ? null : "/responses/suspected?state=" + state + "&after=" + found.next(),
                message,
                caller.may(Scopes.CASES_WRITE)));
    }

    private SuspectedPage.Row row(SuspectedAnswer suspected, Map<String, String> names) {
        return new SuspectedPage.Row(
                suspected,
                names.getOrDefault(suspected.touchpoint(), suspected.touchpoint()),
                catalog.survey(suspected.survey()).orElseThrow().scale());
    }

    private static SuspectedState stateOf(String name) {
        List<SuspectedState> known = Arrays.asList(SuspectedState.values());
        return known.stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(SuspectedState.WAITING);
    }
}
