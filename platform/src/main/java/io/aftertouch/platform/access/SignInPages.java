package io.aftertouch.platform.access;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import org.jboss.resteasy.reactive.RestQuery;

/** In and out, for people. */
@Path("/")
@PermitAll
public class SignInPages {

    private final Template signIn;
    private final SecurityIdentity identity;

    SignInPages(@Location("signin") Template signIn, SecurityIdentity identity) {
        this.signIn = signIn;
        this.identity = identity;
    }

    @GET
    @Path("/signin")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance signIn(@RestQuery boolean failed) {
        return signIn.data("failed", failed);
    }

    @POST
    @Path("/signout")
    public Response signOut() {
        if (!identity.isAnonymous()) {
            FormAuthenticationMechanism.logout(identity);
        }
        return Response.seeOther(URI.create("/signin")).build();
    }
}
