package io.aftertouch.score.alert;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when an alert is muted. */
record MuteAlert(
        @Schema(description = "Between a minute and a year ahead.") @NotNull
        Instant until) {}
