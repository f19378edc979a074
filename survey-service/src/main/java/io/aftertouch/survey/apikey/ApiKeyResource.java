package io.aftertouch.survey.apikey;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/api-keys")
@Tag(name = "API keys")
class ApiKeyResource {

    private final IssuedKeyRepository keys;
    private final ApiKeyIssuing issuing;

    ApiKeyResource(IssuedKeyRepository keys, ApiKeyIssuing issuing) {
        this.keys = keys;
        this.issuing = issuing;
    }

    @POST
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key",
            description = "The key is shown in this answer and never again. For that reason this address knows no"
                    + " Idempotency-Key: a repeat makes another key; revoke what you do not need.")
    @APIResponse(
            responseCode = "201",
            description = "Made; all services know it within seconds",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiKeyView.class)))
    public RestResponse<ApiKeyView> create(@NotNull @Valid IssueApiKey wish) {
        ApiKeyView made = issuing.issue(wish);
        return RestResponse.ResponseBuilder.<ApiKeyView>created(URI.create("/api/v1/api-keys/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(operationId = "listApiKeys", summary = "The API keys, by id, with the revoked ones")
    public PagedView<ApiKeyView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        List<IssuedKey> rows = keys.after(start == null ? "" : start.string(0, Shapes.KEY), limit + 1);
        return PagedView.of(rows, limit, ApiKeyView::of, last -> Cursor.encode(last.id()));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(operationId = "revokeApiKey", summary = "Revoke an API key; no service takes it any more within seconds")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("id") String id) {
        issuing.revoke(id);
    }
}
