package io.aftertouch.feedback.settings;

import java.time.Duration;
import java.util.Map;

/** Whether customers are asked again, as a form: the touchpoint, or none, and the time in hours. */
final class ResurveyForm {

    private ResurveyForm() {}

    static Typed of(Versioned<Resurvey> current) {
        Resurvey resurvey = current.value();
        return Typed.of(Map.of(
                "version",
                Integer.toString(current.version()),
                "touchpoint",
                resurvey.isOn() ? resurvey.touchpoint() : "",
                "after",
                hours(resurvey.after())));
    }

    static ChangeResurvey read(Typed typed) {
        String touchpoint = typed.value("touchpoint").strip();
        String hours = typed.value("after").strip();
        return new ChangeResurvey(
                touchpoint.isEmpty() ? null : touchpoint, hours.matches("\\d{1,4}") ? "PT" + hours + "H" : hours);
    }

    /** Whole hours as a number; what somebody set more finely by the API as it is, so that saving the page does not change it. */
    private static String hours(Duration after) {
        return after.equals(Duration.ofHours(after.toHours())) ? Long.toString(after.toHours()) : after.toString();
    }
}
