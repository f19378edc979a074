package io.aftertouch.survey.touchpoint;

import java.util.List;
import java.util.Map;
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
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.survey.Move;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** Where the company asks: the touchpoints under their stages, and each of them on a page of its own. */
@Path("/touchpoints")
@Produces(MediaType.TEXT_HTML)
class TouchpointPages {

    private final TouchpointRepository touchpoints;
    private final StageRepository stages;
    private final TouchpointEditing editing;
    private final FormCheck check;
    private final Caller caller;
    private final Template list;
    private final Template one;

    TouchpointPages(
            TouchpointRepository touchpoints,
            StageRepository stages,
            TouchpointEditing editing,
            FormCheck check,
            Caller caller,
            @Location("touchpoints") Template list,
            @Location("touchpoint") Template one) {
        this.touchpoints = touchpoints;
        this.stages = stages;
        this.editing = editing;
        this.check = check;
        this.caller = caller;
        this.list = list;
        this.one = one;
    }

    /**
     * All touchpoints.
     *
     * @param moved what was just moved, and where it is now; null when nothing was
     * @param mayChange whether the reader may add and move touchpoints
     */
    record TouchpointsPage(
            List<StageSection> sections, List<Option> stages, PageForm form, String moved, boolean mayChange) {

        public int count() {
            return sections.stream().mapToInt(section -> section.rows().size()).sum();
        }
    }

    /** A stage with the touchpoints under it. */
    record StageSection(String name, List<Row> rows) {}

    /** A touchpoint, and how it can be moved. */
    record Row(TouchpointView touchpoint, Move move) {}

    /** One touchpoint. */
    record TouchpointPage(
            TouchpointView touchpoint, String stage, List<Option> stages, PageForm form, boolean mayChange) {

        public boolean isRetired() {
            return touchpoint.state() == TouchpointState.RETIRED;
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(@QueryParam("moved") String moved, @QueryParam("step") String step) {
        return render(PageForm.EMPTY, moved, step);
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
                ? Response.status(422).entity(render(form, null, null)).build()
                : seeOther("/touchpoints");
    }

    @GET
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String showOne(@PathParam("key") String key) {
        TouchpointView touchpoint = touchpoint(key);
        return render(
                touchpoint,
                PageForm.of(Map.of(
                        "name", List.of(touchpoint.name()),
                        "stage", List.of(touchpoint.stage()),
                        "channel", List.of(touchpoint.channel()))));
    }

    @POST
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new ChangeTouchpoint(
                        typed.text("name"), typed.text("stage"), typed.text("channel"), null, null),
                wish -> editing.change(key, EntityTag.typed(fields.getFirst("version")), wish));
        return form.isRefused()
                ? Response.status(422).entity(render(touchpoint(key), form)).build()
                : seeOther("/touchpoints/" + key);
    }

    @POST
    @Path("/{key}/{turn: retirement|return}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response turn(@PathParam("key") String key, @PathParam("turn") String turn) {
        TouchpointView now = touchpoint(key);
        TouchpointState state = turn.equals("retirement") ? TouchpointState.RETIRED : TouchpointState.ACTIVE;
        editing.change(
                key,
                new EntityTag(now.version()).header(),
                new ChangeTouchpoint(now.name(), now.stage(), now.channel(), null, state));
        return seeOther("/touchpoints/" + key);
    }

    @POST
    @Path("/{key}/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response move(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        Step step = PageForm.of(fields).required("step", Step.class);
        editing.move(key, step);
        return seeOther("/touchpoints?moved=" + key + "&step=" + step);
    }

    private TouchpointView touchpoint(String key) {
        return touchpoints.findByIdOptional(key).map(TouchpointView::of).orElseThrow(NotFound::new);
    }

    private static Response seeOther(String path) {
        return Response.status(303).header("Location", path).build();
    }

    private String render(PageForm form, String moved, String step) {
        List<Touchpoint> all = touchpoints.alongTheJourney();
        List<StageSection> sections = stages.inOrder().stream()
                .map(stage -> section(stage, all, moved, step))
                .toList();
        TouchpointsPage shown =
                new TouchpointsPage(sections, stageOptions(), form, placeOf(moved, sections), mayChange());
        return list.data("page", shown).render();
    }

    private String render(TouchpointView touchpoint, PageForm form) {
        String stage =
                stages.findByIdOptional(touchpoint.stage()).map(Stage::name).orElse(touchpoint.stage());
        return one.data("page", new TouchpointPage(touchpoint, stage, stageOptions(), form, mayChange()))
                .render();
    }

    private List<Option> stageOptions() {
        return stages.inOrder().stream()
                .map(stage -> new Option(stage.key(), stage.name()))
                .toList();
    }

    private static StageSection section(Stage stage, List<Touchpoint> all, String moved, String step) {
        List<Touchpoint> here = all.stream()
                .filter(touchpoint -> touchpoint.stage().key().equals(stage.key()))
                .toList();
        return new StageSection(
                stage.name(),
                IntStream.range(0, here.size())
                        .mapToObj(i -> row(here.get(i), i == 0, i == here.size() - 1, moved, step))
                        .toList());
    }

    private static Row row(Touchpoint touchpoint, boolean first, boolean last, String moved, String step) {
        return new Row(
                TouchpointView.of(touchpoint),
                new Move(
                        "/touchpoints/" + touchpoint.key() + "/move",
                        touchpoint.name(),
                        first,
                        last,
                        touchpoint.key().equals(moved) ? step : null));
    }

    /** "Order delivered is number 2 of 4 in Purchase". */
    private static String placeOf(String moved, List<StageSection> sections) {
        for (StageSection section : sections) {
            for (int i = 0; i < section.rows().size(); i++) {
                TouchpointView touchpoint = section.rows().get(i).touchpoint();
                if (touchpoint.key().equals(moved)) {
                    return "%s is number %d of %d in %s now."
                            .formatted(touchpoint.name(), i + 1, section.rows().size(), section.name());
                }
            }
        }
        return null;
    }

    private boolean mayChange() {
        return caller.may(Scopes.CONFIG_WRITE);
    }
}
