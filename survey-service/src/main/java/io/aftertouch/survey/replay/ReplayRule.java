package io.aftertouch.survey.replay;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.aftertouch.survey.trigger.CreateRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ReplayRule(
        @NotNull @Valid @Schema(description = "The rule as it would be saved")
        CreateRule rule,

        @Schema(description = "Id of the rule that it would take the place of; left out: it would be a new one")
        UUID replaces,

        @Min(50)
        @Max(500)
        @Schema(description = "How many of the latest events of its touchpoint", defaultValue = "100")
        Integer last) {

    static final int USUAL = 100;

    int count() {
        return last == null ? USUAL : last;
    }
}
