package io.aftertouch.feedback.inbox;

import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.view.SavedViews;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.problem.ProblemException;
import io.quarkus.security.PermissionsAllowed;

/** Saves the list that is shown, and drops what was saved. */
@Path("/inbox/views")
@Produces(MediaType.TEXT_HTML)
class ViewPages {

    private final InboxPages pages;
    private final SavedViews views;
    private final Caller caller;

    ViewPages(InboxPages pages, SavedViews views, Caller caller) {
        this.pages = pages;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    public Response save(
            @BeanParam InboxFilter filter, @FormParam("name") String name, @FormParam("shared") boolean shared) {
        try {
            views.save(caller.name(), name, filter.fromTheStart().query(), shared);
            return back(filter);
        } catch (ProblemException e) {
            String why = e.errors().isEmpty()
                    ? ""
                    : " Its " + e.errors().getFirst().field() + " "
                            + e.errors().getFirst().message() + ".";
            return Response.status(422)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(InboxResource.Templates.inbox(pages.page(filter, null, e.getMessage() + why))
                            .render())
                    .build();
        }
    }

    @POST
    @Path("/{id}/dropping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    public Response drop(@PathParam("id") UUID id, @BeanParam InboxFilter filter) {
        views.drop(id, caller.name());
        return back(filter);
    }

    private static Response back(InboxFilter filter) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/inbox?" + filter.query())
                .build();
    }
}
