package io.aftertouch.survey.touchpoint;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/stages")
@Tag(name = "Touchpoints")
class StageResource {

    private final StageRepository stages;

    StageResource(StageRepository stages) {
        this.stages = stages;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listStages", summary = "The stages of the journey, in order")
    public PagedView<StageView> list() {
        return new PagedView<>(stages.inOrder().stream().map(StageView::of).toList(), null);
    }
}
