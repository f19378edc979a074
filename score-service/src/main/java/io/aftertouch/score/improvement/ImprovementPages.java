package io.aftertouch.score.improvement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** The improvements, and each of them on a page of its own. */
@Path("/improvements")
@Produces(MediaType.TEXT_HTML)
class ImprovementPages {

    private final ImprovementRepository improvements;
    private final ImprovementEditing editing;
    private final ImprovementDrawing drawing;
    private final Effects effects;
    private final FormCheck check;
    private final Template list;
    private final Template one;

    ImprovementPages(
            ImprovementRepository improvements,
            ImprovementEditing editing,
            ImprovementDrawing drawing,
            Effects effects,
            FormCheck check,
            @Location("improvements") Template list,
            @Location("improvement") Template one) {
        this.improvements = improvements;
        this.editing = editing;
        this.drawing = drawing;
        this.effects = effects;
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
                ImprovementForm::create,
                wish -> made[0] = editing.create(wish).id());
        return form.isRefused()
                ? Response.status(422).entity(list(null, null, form)).build()
                : seeOther("/improvements/" + made[0]);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.SCORES_READ)
    public String showOne(@PathParam("id") UUID id) {
        Improvement improvement = improvement(id);
        return one(improvement, ImprovementForm.of(improvement.settings()));
    }

    @GET
    @Path("/{id}/effect.csv")
    @Produces("text/csv")
    @PermissionsAllowed(Scopes.SCORES_READ)
    public Response csv(@PathParam("id") UUID id) {
        Improvement improvement = improvement(id);
        Effect effect = effects.of(improvement);
        Csv csv = new Csv(
                "touchpoint",
                "changed",
                "nBefore",
                "before",
                "nAfter",
                "after",
                "difference",
                "low",
                "high",
                "p",
                "method");
        csv.row(cells(improvement.touchpoint(), true, effect.before(), effect.after(), effect.change()));
        effect.compared()
                .forEach(beside ->
                        csv.row(cells(beside.touchpoint(), false, beside.before(), beside.after(), beside.change())));
        return Response.ok(csv.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"improvement.csv\"")
                .build();
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        improvement(id);
        PageForm form = check.submit(
                PageForm.of(fields),
                ImprovementForm::change,
                wish -> editing.change(id, EntityTag.typed(fields.getFirst("version")), wish));
        return form.isRefused()
                ? Response.status(422).entity(one(improvement(id), form)).build()
                : seeOther("/improvements/" + id);
    }

    @POST
    @Path("/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response remove(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        editing.delete(id, EntityTag.typed(fields.getFirst("version")));
        return seeOther("/improvements");
    }

    private String list(String touchpoint, String cursor, PageForm form) {
        return list.data("page", drawing.list(touchpoint, Cursor.decode(cursor, 1), form))
                .render();
    }

    private String one(Improvement improvement, PageForm form) {
        return one.data("page", drawing.one(improvement, form)).render();
    }

    private Improvement improvement(UUID id) {
        return improvements.findByIdOptional(id).orElseThrow(NotFound::new);
    }

    private static Response seeOther(String address) {
        return Response.status(303).header("Location", address).build();
    }

    private static List<Object> cells(
            String touchpoint,
            boolean changed,
            Optional<ScoreReport.Bucket> before,
            Optional<ScoreReport.Bucket> after,
            Optional<Comparison> change) {
        List<Object> cells = new ArrayList<>(List.of(touchpoint, changed));
        cells.addAll(cells(before));
        cells.addAll(cells(after));
        cells.addAll(
                change.map(one -> Arrays.<Object>asList(one.effect(), one.low(), one.high(), one.p(), one.method()))
                        .orElseGet(() -> Arrays.asList(new Object[5])));
        return cells;
    }

    private static List<Object> cells(Optional<ScoreReport.Bucket> bucket) {
        var score = bucket.flatMap(ScoreReport.Bucket::shown);
        return Arrays.asList(
                score.map(Score::n).orElse(null),
                score.flatMap(Score::estimate).map(Score.Estimate::value).orElse(null));
    }
}
