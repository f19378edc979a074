package io.aftertouch.survey.trigger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/contact-policy")
@Tag(name = "Contact policy")
class ContactPolicyResource {

    private final ContactPolicyEditing editing;
    private final Caller caller;

    ContactPolicyResource(ContactPolicyEditing editing, Caller caller) {
        this.editing = editing;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "getContactPolicy",
            summary = "How often, when and on which terms one person may be asked",
            description = "What countries want is a setting of this installation and not legal advice.")
    public RestResponse<ContactPolicyView> get() {
        return tagged(editing.current());
    }

    @PUT
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "changeContactPolicy",
            summary = "Change the contact policy; needs If-Match",
            description = "It holds at once for every event that is judged and for every invitation that is sent,"
                    + " also for those that were judged before. What countries want is a setting of this installation and not"
                    + " legal advice.")
    public RestResponse<ContactPolicyView> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ChangePolicy wish) {
        return tagged(editing.change(ifMatch, wish, caller.name()));
    }

    private static RestResponse<ContactPolicyView> tagged(ContactPolicyView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, new EntityTag(view.version()).header())
                .build();
    }
}
