package io.aftertouch.feedback.history;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a file, or would.
 *
 * @param refusals the first of the refused rows
 * @param taken columns that were read
 * @param left columns that were not
 * @param end why the file was not read to its end; null when it was
 */
record ImportReport(
        boolean dryRun,
        long rows,

        @Schema(description = "Answers that are new: stored, or in a dry run to be stored.")
        long stored,

        @Schema(description = "Answers that were there before, the very same.")
        long known,

        long refused,

        @Schema(description = "The first of the refused rows, at most 1,000.")
        List<Refusal> refusals,

        List<String> taken,
        List<String> left,
        String end) {

    /** A row that was not taken, and why. */
    @Schema(name = "ImportRefusal")
    record Refusal(long line, String type, String reason, List<FieldError> errors) {

        /** The reason in one line, with the fields that are at fault. */
        public String words() {
            return errors.isEmpty()
                    ? reason
                    : reason + " "
                            + String.join(
                                    "; ",
                                    errors.stream()
                                            .map(error -> error.field() + " " + error.message())
                                            .toList());
        }
    }
}
