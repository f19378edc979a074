package io.aftertouch.feedback.reply;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.platform.access.CallerNames;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reply as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Reply")
record ReplyView(
        UUID id,
        UUID caseId,

        @Schema(description = "Who wrote it: a person, or key:… for an API key.")
        String author,

        @Schema(description = "What the author is called.") String authorName,

        String language,
        String subject,
        String text,

        @Schema(description = "WAITING until the mail server has it; FAILED also when it comes back later.")
        ReplyState state,

        @Schema(description = "Why it does not reach the customer; null unless it is FAILED.")
        ReplyFailure reason,

        @Schema(description = "What the mail server said; may be null.")
        String diagnostic,

        Instant writtenAt,
        Instant sentAt,
        Instant settledAt) {

    static ReplyView of(Reply reply, CallerNames names) {
        return new ReplyView(
                reply.id(),
                reply.caseId(),
                reply.author(),
                names.shown(reply.author()),
                reply.language(),
                reply.subject(),
                reply.text(),
                reply.state(),
                reply.reason(),
                reply.diagnostic(),
                reply.writtenAt(),
                reply.sentAt(),
                reply.settledAt());
    }
}
