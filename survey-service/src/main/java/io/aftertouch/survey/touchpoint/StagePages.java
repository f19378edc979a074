package io.aftertouch.survey.touchpoint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.survey.Move;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** The stages of the journey, in the settings. */
@Path("/settings/stages")
@Produces(MediaType.TEXT_HTML)
class StagePages {

    private final StageRepository stages;
    private final TouchpointRepository touchpoints;
    private final StageEditing editing;
    private final FormCheck check;
    private final Caller caller;
    private final Template page;

    StagePages(
            StageRepository stages,
            TouchpointRepository touchpoints,
            StageEditing editing,
            FormCheck check,
            Caller caller,
            @Location("stages") Template page) {
        this.stages = stages;
        this.touchpoints = touchpoints;
        this.editing = editing;
        this.check = check;
        this.caller = caller;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param renaming the form of the stage whose change was refused, else null
     * @param moved what was just moved, and where it is now; null when nothing was
     */
    record StagesPage(List<Row> rows, PageForm form, PageForm renaming, String moved, boolean mayChange) {}

    /** A stage, how many touchpoints stand under it, and how it can be moved. */
    record Row(StageView stage, long touchpoints, Move move) {}

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(@QueryParam("moved") String moved, @QueryParam("step") String step) {
        return render(PageForm.EMPTY, PageForm.EMPTY, moved, step);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response create(MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new CreateStage(typed.text("key"), typed.text("name"), null),
                editing::create);
        return form.isRefused() ? refused(form, PageForm.EMPTY) : seeOther("/settings/stages");
    }

    @POST
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response rename(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new ChangeStage(typed.text("name"), null),
                wish -> editing.change(key, EntityTag.typed(fields.getFirst("version")), wish));
        return form.isRefused() ? refused(PageForm.EMPTY, form) : seeOther("/settings/stages#" + key);
    }

    @POST
    @Path("/{key}/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response move(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        Step step = PageForm.of(fields).required("step", Step.class);
        editing.move(key, step);
        return seeOther("/settings/stages?moved=" + key + "&step=" + step);
    }

    @POST
    @Path("/{key}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response remove(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> EntityTag.typed(typed.text("version")),
                version -> editing.delete(key, version));
        return form.isRefused() ? refused(PageForm.EMPTY, form) : seeOther("/settings/stages");
    }

    private Response refused(PageForm adding, PageForm changing) {
        return Response.status(422).entity(render(adding, changing, null, null)).build();
    }

    private static Response seeOther(String path) {
        return Response.status(303).header("Location", path).build();
    }

    private String render(PageForm adding, PageForm changing, String moved, String step) {
        List<Stage> all = stages.inOrder();
        Map<String, Long> touchpointsUnder = touchpoints.alongTheJourney().stream()
                .collect(Collectors.groupingBy(touchpoint -> touchpoint.stage().key(), Collectors.counting()));
        List<Row> rows = IntStream.range(0, all.size())
                .mapToObj(i -> row(all, i, touchpointsUnder, moved, step))
                .toList();
        String now = rows.stream()
                .filter(row -> row.stage().key().equals(moved))
                .map(row -> "%s is stage %d of %d now."
                        .formatted(row.stage().name(), row.stage().position(), rows.size()))
                .findFirst()
                .orElse(null);
        return page.data("page", new StagesPage(rows, adding, changing, now, caller.may(Scopes.CONFIG_WRITE)))
                .render();
    }

    private static Row row(List<Stage> all, int i, Map<String, Long> touchpoints, String moved, String step) {
        Stage stage = all.get(i);
        Move move = new Move(
                "/settings/stages/" + stage.key() + "/move",
                stage.name(),
                i == 0,
                i == all.size() - 1,
                stage.key().equals(moved) ? step : null);
        return new Row(StageView.of(stage), touchpoints.getOrDefault(stage.key(), 0L), move);
    }
}
