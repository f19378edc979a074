package io.aftertouch.feedback.review;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.platform.problem.Problem;
import io.aftertouch.platform.problem.ProblemCatalog;
import io.aftertouch.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One result for each case, in the order of the request; a case that was named twice is there once. */
@Schema(name = "CaseBatchAnswer")
record CaseBatchAnswer(List<Item> results) {

    /**
     * What became of one case.
     *
     * @param status as if it had been asked alone: 200, or the status of the problem
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CaseBatchItem")
    record Item(UUID id, int status, Problem problem) {}

    static CaseBatchAnswer of(List<BulkWork.Result> results, ProblemCatalog problems) {
        return new CaseBatchAnswer(results.stream()
                .map(result -> result.isDone()
                        ? new Item(result.id(), 200, null)
                        : refused(result.id(), result.refusal(), problems))
                .toList());
    }

    private static Item refused(UUID id, ProblemException refusal, ProblemCatalog problems) {
        ProblemCatalog.Entry entry = problems.entry(refusal.slug());
        Problem problem = new Problem(
                "/problems/" + refusal.slug(),
                entry.title(),
                entry.status(),
                refusal.getMessage(),
                null,
                refusal.errors());
        return new Item(id, entry.status(), problem);
    }
}
