package io.aftertouch.feedback.response;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers to be taken each on its own: one that is refused harms no other. */
record ResponseBatch(
        @NotNull @Size(min = 1, max = 500) @Schema(implementation = SubmitResponse[].class)
        List<@NotNull JsonNode> responses) {}
