package io.aftertouch.survey.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.platform.problem.Problem;

/** One result for each event, in the order of the request. */
record EventBatchAnswer(List<Item> results) {

    /**
     * What became of one event.
     *
     * @param status as if it had been posted alone: 202, or the status of the problem
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(int index, int status, EventAnswer answer, Problem problem) {

        static Item taken(int index, EventAnswer answer) {
            return new Item(index, 202, answer, null);
        }

        static Item refused(int index, Problem problem) {
            return new Item(index, problem.status(), null, problem);
        }
    }
}
