package io.aftertouch.survey.touchpoint;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.survey.FormCheck;
import io.aftertouch.survey.Option;
import io.aftertouch.survey.PageForm;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** Where the company asks: the touchpoints under their stages. */
@Path("/touchpoints")
@Produces(MediaType.TEXT_HTML)
class TouchpointPages {

    private final TouchpointRepository touchpoints;
    private final StageRepository stages;
    private final TouchpointEditing editing;
    private final FormCheck check;
    private final Caller caller;
    private final Template page;

    TouchpointPages(
            TouchpointRepository touchpoints,
            StageRepository stages,
            TouchpointEditing editing,
            FormCheck check,
            Caller caller,
            @Location("touchpoints") Template page) {
        this.touchpoints = touchpoints;
        this.stages = stages;
        this.editing = editing;
        this.check = check;
        this.caller = caller;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param mayChange whether the reader may add touchpoints
     */
    record TouchpointsPage(List<StageSection> sections, List<Option> stages, PageForm form, boolean mayChange) {

        public long count() {
            return sections.stream()
                    .mapToLong(section -> section.touchpoints().size())
                    .sum();
        }
    }

    /** A stage with the touchpoints under it. */
    record StageSection(String name, List<TouchpointView> touchpoints) {}

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show() {
        return render(PageForm.EMPTY);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response create(MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new CreateTouchpoint(
                        typed.text("key"), typed.text("name"), typed.text("stage"), typed.text("channel")),
                editing::create);
        return form.isRefused()
                ? Response.status(422).entity(render(form)).build()
                : Response.status(303).header("Location", "/touchpoints").build();
    }

    private String render(PageForm form) {
        List<Touchpoint> all = touchpoints.alongTheJourney();
        List<Stage> ordered = stages.inOrder();
        TouchpointsPage shown = new TouchpointsPage(
                ordered.stream().map(stage -> section(stage, all)).toList(),
                ordered.stream()
                        .map(stage -> new Option(stage.key(), stage.name()))
                        .toList(),
                form,
                caller.may(Scopes.CONFIG_WRITE));
        return page.data("page", shown).render();
    }

    private static StageSection section(Stage stage, List<Touchpoint> all) {
        return new StageSection(
                stage.name(),
                all.stream()
                        .filter(touchpoint -> touchpoint.stage().key().equals(stage.key()))
                        .map(TouchpointView::of)
                        .toList());
    }
}
