package io.aftertouch.score.target;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.score.dashboard.Csv;
import io.aftertouch.score.metric.Forecast;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.segment.Segment;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** The targets, and each of them on a page of its own. */
@Path("/targets")
@Produces(MediaType.TEXT_HTML)
class TargetPages {

    private static final int IN_A_FILE = 200;

    private final TargetRepository targets;
    private final TargetEditing editing;
    private final TargetDrawing drawing;
    private final FormCheck check;
    private final Template list;
    private final Template one;

    TargetPages(
            TargetRepository targets,
            TargetEditing editing,
            TargetDrawing drawing,
            FormCheck check,
            @Location("targets") Template list,
            @Location("target") Template one) {
        this.targets = targets;
        this.editing = editing;
        this.drawing = drawing;
        this.check = check;
        this.list = list;
        this.one = one;
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    public String show(@QueryParam("touchpoint") String touchpoint, @QueryParam("cursor") String cursor) {
        return list(touchpoint, cursor, PageForm.EMPTY);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response create(MultivaluedMap<String, String> fields) {
        UUID[] made = new UUID[1];
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new CreateTarget(
                        typed.text("touchpoint"),
                        typed.choice("metric", Metric.class),
                        typed.text("segment"),
                        typed.decimal("value"),
                        typed.day("startsOn"),
                        typed.day("dueOn"),
                        typed.text("note")),
                wish -> made[0] = editing.create(wish).id());
        return form.isRefused()
                ? Response.status(422).entity(list(null, null, form)).build()
                : seeOther("/targets/" + made[0]);
    }

    @GET
    @Path("/targets.csv")
    @Produces("text/csv")
    @PermissionsAllowed(Scopes.SCORES_READ)
    public Response csv(@QueryParam("touchpoint") String touchpoint) {
        Csv csv = new Csv(
                "touchpoint",
                "metric",
                "segment",
                "value",
                "startsOn",
                "dueOn",
                "state",
                "scale",
                "n",
                "score",
                "low",
                "high",
                "expectedAnswers",
                "forecast",
                "forecastLow",
                "forecastHigh",
                "probability");
        String at = touchpoint == null || touchpoint.isBlank() ? null : touchpoint;
        drawing.judged(at, IN_A_FILE).forEach(judged -> csv.row(cells(judged.target(), judged.outlook())));
        return Response.ok(csv.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"targets.csv\"")
                .build();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.SCORES_READ)
    public String showOne(@PathParam("id") UUID id) {
        Target target = target(id);
        TargetSettings settings = target.settings();
        return one(
                target,
                PageForm.of(Map.of(
                        "value", List.of(TargetView.plain(settings.value()).toPlainString()),
                        "startsOn", List.of(settings.startsOn().toString()),
                        "dueOn", List.of(settings.dueOn().toString()),
                        "note", settings.note() == null ? List.of() : List.of(settings.note()))));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        target(id);
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new ChangeTarget(
                        typed.decimal("value"), typed.day("startsOn"), typed.day("dueOn"), typed.text("note")),
                wish -> editing.change(id, EntityTag.typed(fields.getFirst("version")), wish));
        return form.isRefused()
                ? Response.status(422).entity(one(target(id), form)).build()
                : seeOther("/targets/" + id);
    }

    @POST
    @Path("/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response remove(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        editing.delete(id, EntityTag.typed(fields.getFirst("version")));
        return seeOther("/targets");
    }

    private String list(String touchpoint, String cursor, PageForm form) {
        return list.data("page", drawing.list(touchpoint, Cursor.decode(cursor, 1), form))
                .render();
    }

    private String one(Target target, PageForm form) {
        return one.data("page", drawing.one(target, form)).render();
    }

    private Target target(UUID id) {
        return targets.findByIdOptional(id).orElseThrow(NotFound::new);
    }

    private static Response seeOther(String address) {
        return Response.status(303).header("Location", address).build();
    }

    private static List<Object> cells(Target target, Outlook outlook) {
        TargetSettings settings = target.settings();
        var score = outlook.soFar().flatMap(ScoreReport.Bucket::shown);
        var estimate = score.flatMap(Score::estimate);
        return Arrays.asList(
                target.touchpoint(),
                target.metric(),
                target.segment().map(Segment::toString).orElse(null),
                TargetView.plain(settings.value()),
                settings.startsOn(),
                settings.dueOn(),
                outlook.state(),
                outlook.scale().map(Scale::key).orElse(null),
                score.map(Score::n).orElse(null),
                estimate.map(Score.Estimate::value).orElse(null),
                estimate.map(one -> one.interval().low()).orElse(null),
                estimate.map(one -> one.interval().high()).orElse(null),
                outlook.expected().orElse(null),
                outlook.forecast().map(Forecast::score).orElse(null),
                outlook.forecast().map(Forecast::low).orElse(null),
                outlook.forecast().map(Forecast::high).orElse(null),
                outlook.forecast().map(Forecast::probability).orElse(null));
    }
}
