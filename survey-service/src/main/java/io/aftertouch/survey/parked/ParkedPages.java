package io.aftertouch.survey.parked;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.inbox.ParkedMessages;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.logging.Logger;

/** The messages that this service could not apply, in the settings: why, and another try once the cause is mended. */
@Path("/settings/parked-messages")
@Produces(MediaType.TEXT_HTML)
class ParkedPages {

    private static final Logger LOG = Logger.getLogger(ParkedPages.class);
    private static final int SHOWN = 100;

    private final ParkedMessages parked;
    private final Template page;

    ParkedPages(ParkedMessages parked, @Location("parked") Template page) {
        this.parked = parked;
        this.page = page;
    }

    /** @param failed the broker did not take the message that was just retried */
    record ParkedPage(List<ParkedMessages.Parked> messages, int shown, boolean failed) {

        public boolean isFull() {
            return messages.size() == shown;
        }
    }

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    public String show() {
        return render(false);
    }

    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.ADMIN)
    public Response retry(@PathParam("id") UUID id) {
        try {
            if (!parked.retry(id)) {
                throw new NotFound();
            }
            LOG.infof("Parked message %s sent again", id);
            return Response.status(303)
                    .header("Location", "/settings/parked-messages")
                    .build();
        } catch (ExecutionException brokerAway) {
            LOG.warnf("Parked message %s could not be sent again: %s", id, brokerAway.getMessage());
            return Response.status(503).entity(render(true)).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Response.status(503).entity(render(true)).build();
        }
    }

    private String render(boolean failed) {

        return page.data("page", new ParkedPage(parked.latest(SHOWN), SHOWN, failed))
                .render();
    }
}
