package io.aftertouch.feedback.response;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One result for each answer, in the order of the request. */
record ResponseBatchAnswer(List<Item> results) {

    /**
     * What became of one answer.
     *
     * @param status as if it had been posted alone: 201, 200 for a repeat, or the status of the problem
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ResponseBatchItem")
    record Item(int index, int status, ResponseView response, Problem problem) {

        static Item taken(int index, int status, SurveyResponse response) {
            return new Item(index, status, ResponseView.of(response), null);
        }

        static Item refused(int index, Problem problem) {
            return new Item(index, problem.status(), null, problem);
        }
    }
}
