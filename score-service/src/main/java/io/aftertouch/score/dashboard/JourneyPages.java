package io.aftertouch.score.dashboard;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestQuery;

/** The touchpoints under the stages of the journey. */
@Path("/journey")
@PermissionsAllowed(Scopes.SCORES_READ)
public class JourneyPages {

    private final Journey journey;
    private final Template template;

    JourneyPages(Journey journey, @Location("journey") Template template) {
        this.journey = journey;
        this.template = template;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance journey(
            @RestQuery String period, @RestQuery List<String> segment, @RestQuery List<String> channel) {
        return template.data("page", journey.page(Filter.read(period, segment, channel)));
    }
}
