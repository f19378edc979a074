package io.aftertouch.feedback.review;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a case is put aside. */
record SnoozeCase(
        @Schema(description = "Between a minute and a year ahead.") @NotNull
        Instant until) {}
