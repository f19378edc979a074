package io.aftertouch.feedback.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.problem.ProblemCatalog;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Several review cases at once. */
@Path("/api/v1/review-cases/batch")
@Tag(name = "Review cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CaseBatchResource {

    private final BulkWork work;
    private final ProblemCatalog problems;
    private final Caller caller;

    CaseBatchResource(BulkWork work, ProblemCatalog problems, Caller caller) {
        this.work = work;
        this.problems = problems;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(
            operationId = "changeReviewCases",
            summary = "Take one step with up to 500 cases, each with its own result",
            description = "UNDO takes back the caller's last step of each case, if nothing has happened to it since.")
    public CaseBatchAnswer change(@NotNull @Valid CaseBatch batch) {
        return CaseBatchAnswer.of(work.each(batch.cases(), caller.name(), batch.wish()), problems);
    }
}
