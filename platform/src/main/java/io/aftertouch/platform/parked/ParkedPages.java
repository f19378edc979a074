package io.aftertouch.platform.parked;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The messages that a service could not apply, in the settings: why, and another try once the cause is mended. Each service shows its own below its
 * name.
 */
@Path("/settings/parked-messages")
@Produces(MediaType.TEXT_HTML)
public class ParkedPages {

    private static final Logger LOG = Logger.getLogger(ParkedPages.class);
    private static final int SHOWN = 100;

    private final ParkedMessages parked;
    private final Template template;
    private final String ourselves;

    ParkedPages(
            ParkedMessages parked,
            @Location("parked") Template template,
            @ConfigProperty(name = "quarkus.application.name") String ourselves) {
        this.parked = parked;
        this.template = template;
        this.ourselves = ourselves;
    }

    /** @param failed the broker did not take the message that was just retried */
    public record ParkedPage(String service, List<ParkedMessages.Parked> messages, int shown, boolean failed) {

        public boolean isFull() {
            return messages.size() == shown;
        }
    }

    /** Those of the service to which this address leads. */
    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    public String show() {
        return render(false);
    }

    @GET
    @Path("/{service}")
    @PermissionsAllowed(Scopes.ADMIN)
    public String show(@PathParam("service") String service) {
        refuseUnlessOurs(service);
        return render(false);
    }

    @POST
    @Path("/{service}/{id}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.ADMIN)
    public Response retry(@PathParam("service") String service, @PathParam("id") UUID id) {
        refuseUnlessOurs(service);
        try {
            if (!parked.retry(id)) {
                throw new NotFound();
            }
            LOG.infof("Parked message %s sent again", id);
            return Response.status(303)
                    .header("Location", "/settings/parked-messages/" + ourselves)
                    .build();
        } catch (ExecutionException brokerAway) {
            LOG.warnf("Parked message %s could not be sent again: %s", id, brokerAway.getMessage());
            return Response.status(503).entity(render(true)).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Response.status(503).entity(render(true)).build();
        }
    }

    private void refuseUnlessOurs(String service) {
        if (!service.equals(ourselves)) {
            throw new NotFound();
        }
    }

    private String render(boolean failed) {
        return template.data("page", new ParkedPage(ourselves, parked.latest(SHOWN), SHOWN, failed))
                .render();
    }
}
