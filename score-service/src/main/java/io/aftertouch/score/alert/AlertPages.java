package io.aftertouch.score.alert;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.PageForm;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestQuery;

/** The alerts, how many of them are open, and each of them with what people do about it. */
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Scopes.SCORES_READ)
public class AlertPages {

    private final AlertShowing showing;
    private final AlertRepository alerts;
    private final AlertWork work;
    private final FormCheck check;
    private final Caller caller;
    private final Clock clock;
    private final Template list;
    private final Template one;
    private final Template count;

    AlertPages(
            AlertShowing showing,
            AlertRepository alerts,
            AlertWork work,
            FormCheck check,
            Caller caller,
            Clock clock,
            @Location("alerts") Template list,
            @Location("alert") Template one,
            @Location("alerts-count") Template count) {
        this.showing = showing;
        this.alerts = alerts;
        this.work = work;
        this.check = check;
        this.caller = caller;
        this.clock = clock;
        this.list = list;
        this.one = one;
        this.count = count;
    }

    @GET
    public String alerts(@RestQuery String state, @RestQuery String touchpoint, @RestQuery String after) {
        return list.data("page", showing.list(state, touchpoint, after)).render();
    }

    /** The number beside the entry in the navigation; nothing if there is none. */
    @GET
    @Path("count")
    public String count() {
        return count.data("alerts", alerts.countLoud(clock.instant())).render();
    }

    @GET
    @Path("{id}")
    public String alert(@PathParam("id") UUID id) {
        return render(id, null);
    }

    @GET
    @Path("{id}/days.csv")
    @Produces("text/csv")
    public Response csv(@PathParam("id") UUID id) {
        return Response.ok(showing.csv(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"alert-days.csv\"")
                .build();
    }

    @POST
    @Path("{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.CONFIG_WRITE})
    public Response acknowledge(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return answer(
                id,
                check.submit(
                        PageForm.of(fields),
                        typed -> new AcknowledgeAlert(typed.text("note")),
                        wish -> work.acknowledge(id, caller.name(), wish.note(), version(fields))));
    }

    @POST
    @Path("{id}/mute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.CONFIG_WRITE})
    public Response mute(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return answer(
                id,
                check.submit(
                        PageForm.of(fields),
                        typed -> new MuteAlert(clock.instant()
                                .plus(typed.required("time", MuteTime.class).length())),
                        wish -> work.mute(id, caller.name(), wish.until(), version(fields))));
    }

    @POST
    @Path("{id}/unmute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.CONFIG_WRITE})
    public Response unmute(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        return answer(
                id,
                check.submit(
                        PageForm.of(fields),
                        typed -> new AcknowledgeAlert(null),
                        wish -> work.unmute(id, caller.name(), version(fields))));
    }

    private static String version(MultivaluedMap<String, String> fields) {
        return EntityTag.typed(fields.getFirst("version"));
    }

    private Response answer(UUID id, PageForm form) {
        return form.isRefused()
                ? Response.status(422).entity(render(id, form.detail())).build()
                : Response.seeOther(URI.create("/alerts/" + id)).build();
    }

    private String render(UUID id, String message) {
        return one.data("page", showing.one(id, message)).render();
    }
}
