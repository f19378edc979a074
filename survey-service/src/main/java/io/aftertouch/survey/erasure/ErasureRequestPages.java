package io.aftertouch.survey.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.survey.respondent.RespondentPath;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** Those who asked to be erased, and what can be done about it. */
@Path("/respondents/erasures")
@Produces(MediaType.TEXT_HTML)
class ErasureRequestPages {

    private static final int ROWS = 50;

    private final ErasureRequests requests;
    private final Caller caller;
    private final Clock clock;
    private final Template page;

    ErasureRequestPages(ErasureRequests requests, Caller caller, Clock clock, @Location("erasures") Template page) {
        this.requests = requests;
        this.caller = caller;
        this.clock = clock;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param next the address of the next page, null on the last one
     * @param setAside whether a request was set aside just now
     */
    record ErasuresPage(List<Row> rows, String next, boolean mayErase, boolean setAside) {}

    /**
     * One request.
     *
     * @param path of the respondent's own page
     * @param segment how the reference stands in an address
     * @param late whether it should have been carried out by now
     */
    record Row(String ref, String path, String segment, Instant askedAt, Instant dueAt, boolean late) {}

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    public String list(@QueryParam("cursor") String cursor, @QueryParam("aside") String aside) {
        PagedView<ErasureRequestView> found = requests.page(cursor, ROWS);
        return page.data(
                        "page",
                        new ErasuresPage(
                                found.items().stream().map(this::row).toList(),
                                found.next() == null ? null : "/respondents/erasures?cursor=" + found.next(),
                                caller.may(Scopes.ADMIN),
                                aside != null))
                .render();
    }

    @POST
    @Path("/{ref}/set-aside")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.ADMIN)
    public Response setAside(@PathParam("ref") String segment) {
        requests.setAside(RespondentPath.ref(segment).orElseThrow(NotFound::new));
        return Response.status(303)
                .header("Location", "/respondents/erasures?aside=yes")
                .build();
    }

    private Row row(ErasureRequestView request) {
        String segment = RespondentPath.segment(request.respondentRef());
        return new Row(
                request.respondentRef(),
                "/respondents/" + segment,
                segment,
                request.askedAt(),
                request.dueAt(),
                request.dueAt().isBefore(clock.instant()));
    }
}
