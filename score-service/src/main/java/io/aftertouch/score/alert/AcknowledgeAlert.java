package io.aftertouch.score.alert;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody has seen an alert. */
record AcknowledgeAlert(
        @Schema(description = "What there is to say about it.", nullable = true) @Size(max = 2_000)
        String note) {}
