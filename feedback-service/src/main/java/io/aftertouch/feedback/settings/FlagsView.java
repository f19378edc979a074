package io.aftertouch.feedback.settings;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which answers are flagged, as the API shows it. */
@Schema(name = "Flags")
record FlagsView(
        @Schema(description = "The ETag; 0 while nobody has changed it.")
        int version,

        Map<String, List<String>> alarmingWords,
        int repeats,

        @Schema(description = "The time in which negative answers of one respondent count as repeated.")
        String repeatsWithin) {

    static FlagsView of(Versioned<FlagRules> current) {
        ChangeFlags flags = ChangeFlags.of(current.value());
        return new FlagsView(current.version(), flags.alarmingWords(), flags.repeats(), flags.repeatsWithin());
    }
}
