package io.aftertouch.feedback.settings;

import java.util.List;
import java.util.function.Function;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;

/** How the inbox works, as pages with one form each. */
@Path("/inbox/settings")
@Produces(MediaType.TEXT_HTML)
class SettingsPages {

    private final Settings settings;
    private final Catalog catalog;
    private final Caller caller;

    SettingsPages(Settings settings, Catalog catalog, Caller caller) {
        this.settings = settings;
        this.catalog = catalog;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {

        private Templates() {}

        static native TemplateInstance calendar(CalendarPage page);

        static native TemplateInstance flags(FlagsPage page);

        static native TemplateInstance teams(TeamsPage page);

        static native TemplateInstance resurvey(ResurveyPage page);
    }

    /** When the team works. */
    record CalendarPage(Typed form, List<CalendarForm.Day> days, boolean mayChange) {}

    /** Which answers are flagged. */
    record FlagsPage(Typed form, List<FlagsForm.Language> languages, boolean mayChange) {}

    /** Who gets which cases. */
    record TeamsPage(Typed form, List<TeamsForm.Slot> slots, boolean mayChange) {}

    /** Whether customers are asked again. */
    record ResurveyPage(Typed form, List<Touchpoint> touchpoints, boolean mayChange) {}

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public TemplateInstance calendar() {
        return calendar(CalendarForm.of(settings.currentCalendar()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response changeCalendar(MultivaluedMap<String, String> fields) {
        return change(
                "/inbox/settings",
                Typed.ofFields(fields),
                typed -> settings.change(CalendarForm.read(typed).calendar(), typed.ifMatch(), caller.name()),
                this::calendar);
    }

    private TemplateInstance calendar(Typed form) {
        return Templates.calendar(new CalendarPage(form, CalendarForm.days(), caller.may(Scopes.CONFIG_WRITE)));
    }

    @GET
    @Path("/flags")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public TemplateInstance flags() {
        return flags(FlagsForm.of(settings.currentFlags()));
    }

    @POST
    @Path("/flags")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response changeFlags(MultivaluedMap<String, String> fields) {
        return change(
                "/inbox/settings/flags",
                Typed.ofFields(fields),
                typed -> settings.change(FlagsForm.read(typed).rules(), typed.ifMatch(), caller.name()),
                this::flags);
    }

    private TemplateInstance flags(Typed form) {
        return Templates.flags(new FlagsPage(form, FlagsForm.languages(), caller.may(Scopes.CONFIG_WRITE)));
    }

    @GET
    @Path("/teams")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public TemplateInstance teams() {
        return teams(TeamsForm.of(settings.currentTeams()));
    }

    @POST
    @Path("/teams")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response changeTeams(MultivaluedMap<String, String> fields) {
        return change(
                "/inbox/settings/teams",
                Typed.ofFields(fields),
                typed -> settings.change(
                        TeamsForm.read(typed)
                                .teams(key -> catalog.touchpoint(key).isPresent()),
                        typed.ifMatch(),
                        caller.name()),
                this::teams);
    }

    private TemplateInstance teams(Typed form) {
        return Templates.teams(new TeamsPage(form, TeamsForm.slots(form), caller.may(Scopes.CONFIG_WRITE)));
    }

    @GET
    @Path("/resurvey")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public TemplateInstance resurvey() {
        return resurvey(ResurveyForm.of(settings.currentResurvey()));
    }

    @POST
    @Path("/resurvey")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response changeResurvey(MultivaluedMap<String, String> fields) {
        return change(
                "/inbox/settings/resurvey",
                Typed.ofFields(fields),
                typed -> settings.change(
                        ResurveyForm.read(typed)
                                .read(key -> catalog.touchpoint(key).isPresent()),
                        typed.ifMatch(),
                        caller.name()),
                this::resurvey);
    }

    private TemplateInstance resurvey(Typed form) {
        return Templates.resurvey(new ResurveyPage(form, catalog.touchpoints(), caller.may(Scopes.CONFIG_WRITE)));
    }

    /** Does what a form wants and shows its page again, or the form with what is wrong in it. */
    static Response change(
            String path, Typed typed, Function<Typed, ?> useCase, Function<Typed, TemplateInstance> page) {
        try {
            useCase.apply(typed);
            return Response.status(Response.Status.SEE_OTHER)
                    .header("Location", path)
                    .build();
        } catch (ProblemException e) {
            return Response.status(422)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page.apply(typed.refusedBy(e)).render())
                    .build();
        }
    }
}
