package io.aftertouch.survey.apikey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.PageForm;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** The API keys of the installation. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
class SettingsPages {

    private final IssuedKeyRepository keys;
    private final ApiKeyIssuing issuing;
    private final FormCheck check;
    private final Clock clock;
    private final Template page;

    SettingsPages(
            IssuedKeyRepository keys,
            ApiKeyIssuing issuing,
            FormCheck check,
            Clock clock,
            @Location("settings") Template page) {
        this.keys = keys;
        this.issuing = issuing;
        this.check = check;
        this.clock = clock;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param made the key that was just made, with its secret, shown this once; else null
     */
    record SettingsPage(List<ApiKeyView> keys, Set<String> scopes, PageForm form, ApiKeyView made, Instant now) {

        /** The state of a key in one word. */
        public String state(ApiKeyView key) {
            if (key.revokedAt() != null) {
                return "Revoked";
            }
            return key.expiresAt() != null && !key.expiresAt().isAfter(now) ? "Expired" : "Valid";
        }
    }

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    public String show() {
        return render(PageForm.EMPTY, null);
    }

    /** Answers with the page itself and no redirect: the key can be shown only here. */
    @POST
    @Path("/api-keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.ADMIN)
    public Response create(MultivaluedMap<String, String> fields) {
        AtomicReference<ApiKeyView> made = new AtomicReference<>();
        PageForm form = check.submit(PageForm.of(fields), this::wish, wish -> made.set(issuing.issue(wish)));
        return form.isRefused()
                ? Response.status(422).entity(render(form, null)).build()
                : Response.ok(render(PageForm.EMPTY, made.get())).build();
    }

    private IssueApiKey wish(PageForm typed) {
        Instant expiresAt = Optional.ofNullable(typed.number("days"))
                .map(days -> clock.instant().plus(Duration.ofDays(days)))
                .orElse(null);
        return new IssueApiKey(typed.text("name"), Set.copyOf(typed.all("scopes")), expiresAt);
    }

    @POST
    @Path("/api-keys/{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.ADMIN)
    public Response revoke(@PathParam("id") String id) {
        issuing.revoke(id);
        return Response.status(303).header("Location", "/settings").build();
    }

    private String render(PageForm form, ApiKeyView made) {
        List<ApiKeyView> all = keys.newestFirst().stream().map(ApiKeyView::of).toList();
        return page.data("page", new SettingsPage(all, Scopes.ALL, form, made, clock.instant()))
                .render();
    }
}
