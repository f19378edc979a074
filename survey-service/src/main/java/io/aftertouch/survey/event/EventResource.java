package io.aftertouch.survey.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.idempotency.Idempotent;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/events")
@Tag(name = "Events")
class EventResource {

    private final SingleEvents singleEvents;
    private final EventIntake intake;
    private final EventBatchIntake batchIntake;

    EventResource(SingleEvents singleEvents, EventIntake intake, EventBatchIntake batchIntake) {
        this.singleEvents = singleEvents;
        this.intake = intake;
        this.batchIntake = batchIntake;
    }

    @POST
    @Idempotent(keepsAnswer = false)
    @ResponseStatus(202)
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "postEvent",
            summary = "Say what happened to a respondent at a touchpoint",
            description = "Every active rule of the touchpoint is judged, and every judgement is kept in the ledger."
                    + " (source, id) is unique and makes the request repeatable: a repeat gets what the first one got.")
    @APIResponse(
            responseCode = "202",
            description = "Taken, and judged",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventAnswer.class)))
    public EventAnswer receive(@NotNull @Valid ReceiveEvent event) {
        return singleEvents.receive(event);
    }

    @POST
    @Path("/batch")
    @Idempotent(keepsAnswer = false)
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "postEvents",
            summary = "Post up to 500 events, each judged on its own",
            description = "The answer has one result for each event, in the order of the request.")
    public EventBatchAnswer receive(@NotNull @Valid EventBatch batch) {
        return batchIntake.receive(batch);
    }

    @POST
    @Path("/simulation")
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "simulateEvent",
            summary = "What would be decided about an event, with nothing written or sent",
            description =
                    "With a rule it is judged beside the saved ones, or in the place of the one that it replaces; the decision of"
                            + " a new rule names no rule. /events/simulation/replay tries it on the latest events.")
    public EventAnswer simulate(@NotNull @Valid SimulateEvent event) {
        return intake.simulate(event);
    }
}
