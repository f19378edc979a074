package io.aftertouch.feedback.review;

import jakarta.validation.constraints.NotBlank;

import io.aftertouch.feedback.response.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A note for colleagues. */
record AddNote(
        @NotBlank @Text(max = 4_000) String text,

        @Schema(
                description =
                        "Whether it tells of speaking or writing with the customer; the first such note ends the time to first contact.")
        Boolean contact) {

    boolean isContact() {
        return Boolean.TRUE.equals(contact);
    }
}
