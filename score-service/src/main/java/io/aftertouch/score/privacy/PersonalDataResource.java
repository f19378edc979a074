package io.aftertouch.score.privacy;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.inbox.ParkedText;
import io.aftertouch.score.crm.AnswerText;
import io.aftertouch.score.delivery.KeptMessages;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/personal-data")
@Tag(name = "Personal data")
@Produces(MediaType.APPLICATION_JSON)
class PersonalDataResource {

    private final Traces traces;

    PersonalDataResource(Traces traces) {
        this.traces = traces;
    }

    /** All that this service keeps about a respondent: scores of touchpoints are counts, and name nobody. */
    @Schema(name = "ScorePersonalData")
    record PersonalDataView(
            @Schema(description = "What the person answered, as it is told to CRMs.")
            List<AnswerText> answers,

            @Schema(description = "What webhooks were or will be told of the person.")
            List<KeptMessages.ToldMessage> webhookMessages,

            @Schema(description = "Messages about the person that could not be applied.")
            List<ParkedText> parkedMessages) {}

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "getPersonalData",
            summary = "All that this service keeps about a respondent",
            description =
                    "Asked by survey-service, which answers for all services at /api/v1/respondents/{ref}/export.")
    public PersonalDataView of(@QueryParam("respondent") @NotNull @Size(min = 1, max = 200) String ref) {
        return new PersonalDataView(traces.answers(ref), traces.webhookMessages(ref), traces.parkedMessages(ref));
    }
}
