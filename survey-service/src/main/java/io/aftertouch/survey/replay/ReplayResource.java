package io.aftertouch.survey.replay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.survey.trigger.Replayed;
import io.aftertouch.survey.trigger.RuleReplay;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/events/simulation/replay")
@Tag(name = "Events")
class ReplayResource {

    private final RuleReplay replay;

    ReplayResource(RuleReplay replay) {
        this.replay = replay;
    }

    @POST
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "replayEvents",
            summary =
                    "What a rule would have decided about the latest events of its touchpoint, with nothing written or sent",
            description =
                    "The events are judged in their order, as they came in, beside the other active rules. What they"
                            + " really led to is taken out of each person's history and what the replay leads to put in its place; everything"
                            + " else that the person had been asked counts. Addresses, consents, opt-outs and the contact policy are those of"
                            + " today.")
    public Replayed replay(@NotNull @Valid ReplayRule wish) {
        return replay.replay(wish.replaces(), wish.rule(), wish.count());
    }
}
