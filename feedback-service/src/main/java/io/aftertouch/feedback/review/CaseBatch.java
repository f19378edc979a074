package io.aftertouch.feedback.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.aftertouch.feedback.response.Text;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step for several cases. */
record CaseBatch(
        @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> cases,

        @NotNull BulkStep step,

        @Schema(description = "For SNOOZE: until when, between a minute and a year ahead.")
        Instant until,

        @Schema(description = "For ASSIGN: who is to have them.") @Text(min = 1, max = 128)
        String assignee,

        @Schema(description = "For RESOLVE: how they ended.")
        Outcome reason,

        @Schema(description = "For RESOLVE: what lay behind it, in the team's words.") @Text(min = 1, max = 200)
        String rootCause) {

    /** @throws Incomplete when the step needs to know more */
    BulkWish wish() {
        switch (step) {
            case SNOOZE -> require(until, "until");
            case ASSIGN -> require(assignee == null || assignee.isBlank() ? null : assignee, "assignee");
            case RESOLVE -> require(reason, "reason");
            case TAKE, RELEASE, WAKE, SPAM, REOPEN, UNDO -> {}
        }
        return new BulkWish(step, until, assignee, reason, rootCause);
    }

    private void require(Object value, String field) {
        if (value == null) {
            throw new Incomplete(step, field);
        }
    }

    /** The step needs to know more than the request says. */
    private static final class Incomplete extends ProblemException {

        Incomplete(BulkStep step, String field) {
            super("invalid-request", step + " needs to know more.", new FieldError(field, "is missing"));
        }
    }
}
