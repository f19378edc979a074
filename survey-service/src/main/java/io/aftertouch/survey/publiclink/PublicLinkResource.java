package io.aftertouch.survey.publiclink;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/public-links")
@Tag(name = "Public links")
class PublicLinkResource {

    private final PublicLinkRepository links;
    private final PublicLinkEditing editing;
    private final LinkAddresses addresses;

    PublicLinkResource(PublicLinkRepository links, PublicLinkEditing editing, LinkAddresses addresses) {
        this.links = links;
        this.editing = editing;
        this.addresses = addresses;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "createPublicLink",
            summary = "Make a link that anybody may answer through, for posters and receipts")
    @APIResponse(
            responseCode = "201",
            description = "Made, and open within seconds",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicLinkView.class)))
    public RestResponse<PublicLinkView> create(@NotNull @Valid CreatePublicLink wish) {
        PublicLinkView made = editing.create(wish);
        return RestResponse.ResponseBuilder.<PublicLinkView>created(URI.create("/api/v1/public-links/" + made.code()))
                .header(HttpHeaders.ETAG, new EntityTag(made.version()).header())
                .entity(made)
                .build();
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listPublicLinks", summary = "The public links, newest first")
    public PagedView<PublicLinkView> list(
            @Parameter(description = "Key of a touchpoint") @QueryParam("touchpoint") String touchpoint,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        List<PublicLink> rows = links.newestFirst(touchpoint, place(cursor), limit + 1);
        return PagedView.of(rows, limit, this::view, PublicLinkResource::cursorAfter);
    }

    @GET
    @Path("/{code}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getPublicLink", summary = "One public link")
    public RestResponse<PublicLinkView> get(@PathParam("code") String code) {
        return tagged(view(link(code)));
    }

    @PUT
    @Path("/{code}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "changePublicLink", summary = "Change, close or open a public link; needs If-Match")
    public RestResponse<PublicLinkView> change(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangePublicLink wish) {
        return tagged(editing.change(code, ifMatch, wish));
    }

    @GET
    @Path("/{code}/qr.svg")
    @Produces("image/svg+xml")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getPublicLinkQrSvg", summary = "The address of a public link as a QR code, SVG")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = SchemaType.STRING)))
    public String svg(
            @PathParam("code") String code,
            @Parameter(description = "Width and height in pixels")
                    @QueryParam("size")
                    @DefaultValue("512")
                    @Min(QrCode.SMALLEST)
                    @Max(QrCode.LARGEST)
                    int size) {
        return qr(code).svg(size);
    }

    @GET
    @Path("/{code}/qr.png")
    @Produces("image/png")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getPublicLinkQrPng", summary = "The address of a public link as a QR code, PNG")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public byte[] png(
            @PathParam("code") String code,
            @Parameter(description = "Width and height in pixels")
                    @QueryParam("size")
                    @DefaultValue("512")
                    @Min(QrCode.SMALLEST)
                    @Max(QrCode.LARGEST)
                    int size) {
        return qr(code).png(size);
    }

    static PublicLinkRepository.Place place(String cursor) {
        Cursor start = Cursor.decode(cursor, 2);
        return start == null
                ? null
                : new PublicLinkRepository.Place(start.instant(0), start.string(1, "[" + LinkCodes.SIGNS + "]{1,16}"));
    }

    static String cursorAfter(PublicLink link) {
        return Cursor.encode(link.createdAt(), link.code());
    }

    private QrCode qr(String code) {
        return QrCode.of(addresses.of(link(code).code()).toString());
    }

    private PublicLink link(String code) {
        return links.findByIdOptional(code).orElseThrow(NotFound::new);
    }

    private PublicLinkView view(PublicLink link) {
        return PublicLinkView.of(link, addresses.of(link.code()));
    }

    private static RestResponse<PublicLinkView> tagged(PublicLinkView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, new EntityTag(view.version()).header())
                .build();
    }
}
