package io.aftertouch.survey.brand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/surveys/{key}/brand")
@Tag(name = "Brand")
class SurveyBrandResource {

    private final BrandEditing editing;

    SurveyBrandResource(BrandEditing editing) {
        this.editing = editing;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "getSurveyBrand",
            summary = "What one survey shows instead of the company's brand; null stands for what the company has")
    public RestResponse<BrandView> get(@PathParam("key") String key) {
        return tagged(editing.view(Wearer.survey(key)));
    }

    @PUT
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "changeSurveyBrand",
            summary = "Change name and colour of one survey; needs If-Match. Customers see it with its next version")
    public RestResponse<BrandView> change(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeBrand wish) {
        return tagged(editing.change(Wearer.survey(key), ifMatch, wish));
    }

    @GET
    @Path("/logo")
    @Produces({"image/png", "image/jpeg"})
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getSurveyLogo", summary = "The logo that the survey has of its own")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response logo(@PathParam("key") String key) {
        Logo logo = editing.logo(Wearer.survey(key)).orElseThrow(NotFound::new);
        return Response.ok(logo.picture()).type(logo.mediaType()).build();
    }

    @PUT
    @Path("/logo")
    @Consumes({"image/png", "image/jpeg"})
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "changeSurveyLogo",
            summary = "Give the survey a logo of its own; needs If-Match",
            description =
                    "A PNG or JPEG of at most 1 MB, drawn anew to at most 192 by 40 pixels (twice as many on sharp screens).")
    public RestResponse<BrandView> changeLogo(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = "image/png",
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = "image/jpeg",
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    byte[] file) {
        return tagged(editing.wear(Wearer.survey(key), ifMatch, LogoDrawing.draw(file)));
    }

    @DELETE
    @Path("/logo")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "removeSurveyLogo", summary = "Show the company's logo again; needs If-Match")
    public RestResponse<BrandView> removeLogo(
            @PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(editing.takeLogoOff(Wearer.survey(key), ifMatch));
    }

    private static RestResponse<BrandView> tagged(BrandView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, new EntityTag(view.version()).header())
                .build();
    }
}
