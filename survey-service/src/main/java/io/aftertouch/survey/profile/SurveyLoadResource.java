package io.aftertouch.survey.profile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.survey.respondent.RespondentPath;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/respondents/{ref}/survey-load")
@Tag(name = "Respondents")
class SurveyLoadResource {

    private final SurveyLoad load;

    SurveyLoadResource(SurveyLoad load) {
        this.load = load;
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    @Operation(
            operationId = "getSurveyLoad",
            summary = "What a respondent was asked and when, and when they may be asked again")
    public SurveyLoadView get(
            @PathParam("ref") String segment, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return RespondentPath.ref(segment).flatMap(ref -> load.of(ref, limit)).orElseThrow(NotFound::new);
    }
}
