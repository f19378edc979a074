package io.aftertouch.feedback.response;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer as whoever gave it may see it: nothing in it but what was said. */
@Schema(name = "GivenAnswer")
record GivenAnswerView(
        int score,
        String comment,
        int revision,
        Instant answeredAt,

        @Schema(description = "Until when another answer replaces this one.")
        Instant changeableUntil) {}
