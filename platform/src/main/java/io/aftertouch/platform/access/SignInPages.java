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
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestQuery;

/** In and out, for people. */
@Path("/")
@PermitAll
public class SignInPages {

    static final String OPEN_ID = "/signin/openid";

    private static final String OPEN_ID_SIGN_OUT = "/signout/openid";

    private final Template signIn;
    private final SecurityIdentity identity;
    private final OpenIdConfig openId;
    private final UsersFile users;

    SignInPages(@Location("signin") Template signIn, SecurityIdentity identity, OpenIdConfig openId, UsersFile users) {
        this.signIn = signIn;
        this.identity = identity;
        this.openId = openId;
        this.users = users;
    }

    @GET
    @Path("/signin")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance signIn(@RestQuery boolean failed) {
        return signIn.data("failed", failed)
                .data("provider", openId.issuer().map(any -> openId.name()).orElse(null))
                .data("form", users.isSetUp() || openId.issuer().isEmpty());
    }

    /** Whoever comes here without being signed in is sent to the provider, and comes back here. */
    @GET
    @Path(OPEN_ID)
    @Authenticated
    public Response signedIn() {
        return Response.seeOther(URI.create("/")).build();
    }

    @POST
    @Path("/signout")
    public Response signOut() {
        if (identity.getPrincipal() instanceof JsonWebToken) {
            return Response.seeOther(URI.create(OPEN_ID_SIGN_OUT)).build();
        }
        if (!identity.isAnonymous()) {
            FormAuthenticationMechanism.logout(identity);
        }
        return Response.seeOther(URI.create("/signin")).build();
    }

    /** The session at the provider ends with ours; what has one is sent there before it comes to this. */
    @GET
    @Path(OPEN_ID_SIGN_OUT)
    @Authenticated
    public Response signedOut() {
        return Response.seeOther(URI.create("/signin")).build();
    }
}
