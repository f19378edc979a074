package io.aftertouch.survey.bounce;

import java.time.Instant;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An e-mail came back. */
record ReportBounce(
        @Size(max = 300)
        @Schema(
                description = "The Message-ID of the e-mail that came back; it or the address must be there",
                examples = "<019a9b1e-4400-7a10-8f00-0000000000f1@feedback.example.com>")
        String messageId,

        @Size(max = 254)
        @Pattern(regexp = ReportBounce.ADDRESS, message = "must be one plain e-mail address")
        @Schema(description = "The address that it was sent to", examples = "freja@example.com")
        String email,

        @NotNull
        @Schema(
                description =
                        "HARD: there is no such mailbox, nobody writes to it any more. SOFT: it may take the next one")
        Kind kind,

        @Schema(description = "When; now if left out") Instant at,

        @Size(max = 2000) @Schema(description = "What the mail server said", examples = "550 5.1.1 No such user")
        String diagnostic) {

    static final String ADDRESS = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+";

    /** Whether the address is wrong for good. */
    enum Kind {
        HARD,
        SOFT
    }

    @JsonIgnore
    @AssertTrue(message = "messageId or email must be there")
    @Schema(hidden = true)
    public boolean isAboutSomething() {
        return messageId != null || email != null;
    }
}
