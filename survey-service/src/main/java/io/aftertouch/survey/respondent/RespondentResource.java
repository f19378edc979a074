package io.aftertouch.survey.respondent;

import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.platform.problem.FieldError;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/respondents")
@Tag(name = "Respondents")
class RespondentResource {

    private static final String PATH_HELP =
            "The reference; when it holds anything but letters, digits and . _ @ : + -, a ~ and the base64url of its UTF-8, as path says it";

    private final RespondentRepository respondents;
    private final RespondentEditing editing;
    private final RespondentSearch search;
    private final ObjectMapper json;
    private final Validator validator;

    RespondentResource(
            RespondentRepository respondents,
            RespondentEditing editing,
            RespondentSearch search,
            ObjectMapper json,
            Validator validator) {
        this.respondents = respondents;
        this.editing = editing;
        this.search = search;
        this.json = json;
        this.validator = validator;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "createRespondent",
            summary = "Make a respondent",
            description = "Events make respondents too; this is for those who have had none yet.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RespondentView.class)))
    public RestResponse<RespondentView> create(@NotNull @Valid RespondentDetails details) {
        RespondentView made = editing.create(details);
        return RestResponse.ResponseBuilder.<RespondentView>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, location(made.ref()))
                .header(HttpHeaders.ETAG, RespondentEditing.tag(made).header())
                .entity(made)
                .build();
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    @Operation(
            operationId = "searchRespondents",
            summary = "Search the respondents",
            description =
                    "All criteria must fit. A page may hold fewer than limit, even none, while next says that there is more to look through.")
    public PagedView<RespondentView> search(
            @QueryParam("q")
                    @Size(max = 128)
                    @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
                    @Parameter(description = "The beginning of the reference, the name or the e-mail address")
                    String q,
            @QueryParam("email") @Size(max = 254) @Parameter(description = "The mailbox, whatever its case and + part")
                    String email,
            @QueryParam("phone") @Size(max = 40) String phone,
            @QueryParam("country") @Size(max = 2) String country,
            @QueryParam("optedOut")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    @Parameter(
                            description = "Whether they opted out of everything",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    String optedOut,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return search.page(
                new RespondentSearch.Criteria(
                        q, email, phone, country, optedOut == null ? null : Boolean.valueOf(optedOut)),
                cursor,
                limit);
    }

    @GET
    @Path("/{ref}")
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    @Operation(operationId = "getRespondent", summary = "One respondent")
    public RestResponse<RespondentView> get(@PathParam("ref") @Parameter(description = PATH_HELP) String segment) {
        return tagged(respondents
                .findByIdOptional(ref(segment))
                .map(RespondentView::of)
                .orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{ref}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "replaceRespondent",
            summary = "Replace what is known of a respondent; needs If-Match",
            description = "What is left out is unknown from then on. ref must be that of the path.")
    public RestResponse<RespondentView> replace(
            @PathParam("ref") @Parameter(description = PATH_HELP) String segment,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RespondentDetails details) {
        return tagged(editing.replace(ref(segment), ifMatch, ofPath(ref(segment), details)));
    }

    @PATCH
    @Path("/{ref}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "patchRespondent",
            summary = "Change some of what is known of a respondent; needs If-Match",
            description = "JSON Merge Patch: what is left out stays, null removes.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RespondentDetails.class)))
    public RestResponse<RespondentView> patch(
            @PathParam("ref") @Parameter(description = PATH_HELP) String segment,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ObjectNode changes) {
        String ref = ref(segment);
        return tagged(editing.change(ref, ifMatch, before -> ofPath(ref, valid(patched(before, changes)))));
    }

    @DELETE
    @Path("/{ref}/bounce")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "clearBounce",
            summary = "Try an e-mail address again that mail came back from",
            description = "Without a mark it changes nothing.")
    public void clearBounce(@PathParam("ref") @Parameter(description = PATH_HELP) String segment) {
        editing.clearBounce(ref(segment));
    }

    private RespondentDetails patched(RespondentDetails before, ObjectNode changes) {
        try {
            return json.treeToValue(MergePatch.merged(json.valueToTree(before), changes), RespondentDetails.class);
        } catch (JsonProcessingException unreadable) {
            throw new jakarta.ws.rs.BadRequestException(unreadable);
        }
    }

    private RespondentDetails valid(RespondentDetails details) {
        Set<ConstraintViolation<RespondentDetails>> violations = validator.validate(details);
        if (!violations.isEmpty()) {
            throw new InvalidDetails(violations.stream()
                    .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                    .toArray(FieldError[]::new));
        }
        return details;
    }

    private static RespondentDetails ofPath(String ref, RespondentDetails details) {
        if (!details.ref().equals(ref)) {
            throw new InvalidDetails(new FieldError("ref", "must be that of the path"));
        }
        return details;
    }

    private static RestResponse<RespondentView> tagged(RespondentView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, RespondentEditing.tag(view).header())
                .build();
    }

    /** A path rather than a full address: it is also how a remembered answer is found when the respondent is erased. */
    static String location(String ref) {
        return "/api/v1/respondents/" + RespondentPath.segment(ref);
    }

    private static String ref(String segment) {
        return RespondentPath.ref(segment).orElseThrow(NotFound::new);
    }
}
