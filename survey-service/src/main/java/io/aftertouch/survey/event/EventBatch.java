package io.aftertouch.survey.event;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events to be judged each on its own: one that cannot be read harms no other. */
record EventBatch(
        @NotNull @Size(min = 1, max = 500) @Schema(implementation = ReceiveEvent[].class)
        List<@NotNull JsonNode> events) {}
