package io.aftertouch.feedback.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether customers are asked again, as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Resurvey")
record ResurveyView(
        @Schema(description = "The ETag; 0 while nobody has changed it.")
        int version,

        @Schema(description = "Null when nobody is asked again.")
        String touchpoint,

        @Schema(description = "How long after the case was resolved.")
        String after) {

    static ResurveyView of(Versioned<Resurvey> current) {
        ChangeResurvey resurvey = ChangeResurvey.of(current.value());
        return new ResurveyView(current.version(), resurvey.touchpoint(), resurvey.after());
    }
}
