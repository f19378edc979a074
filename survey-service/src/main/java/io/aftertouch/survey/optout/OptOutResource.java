package io.aftertouch.survey.optout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.survey.respondent.RespondentPath;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/respondents/{ref}/opt-outs")
@Tag(name = "Respondents")
class OptOutResource {

    private final OptOutRecording recording;
    private final Caller caller;

    OptOutResource(OptOutRecording recording, Caller caller) {
        this.recording = recording;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    @Operation(
            operationId = "listOptOuts",
            summary = "What a respondent does not want to be asked about, and since when")
    public OptOutsView list(@PathParam("ref") String segment) {
        return recording.of(ref(segment));
    }

    @POST
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "optOut",
            summary = "Leave a respondent alone, about everything or about one touchpoint",
            description =
                    "Holds for the reference and every address that is known of it, and for whoever comes later under one of them;"
                            + " what waits to be sent is cancelled. The respondent need not be known yet. Doing so twice is doing so once.")
    @APIResponse(responseCode = "204", description = "Done")
    public void optOut(@PathParam("ref") String segment, @NotNull @Valid OptOutWish wish) {
        recording.optOut(ref(segment), wish, caller.name());
    }

    @DELETE
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "liftOptOut",
            summary = "Allow questions again",
            description =
                    "Lifts the opt-out of one touchpoint, or without one that of everything. Who lifted it, when and why is kept.")
    public void lift(
            @PathParam("ref") String segment,
            @QueryParam("touchpoint") @Size(max = 64) String touchpoint,
            @QueryParam("reason") @Size(max = 200) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
                    String reason,
            @QueryParam("source") @Size(max = 120) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
                    String source) {
        recording.lift(ref(segment), new OptOutWish(touchpoint, reason, source), caller.name());
    }

    private static String ref(String segment) {
        return RespondentPath.ref(segment).orElseThrow(NotFound::new);
    }
}
