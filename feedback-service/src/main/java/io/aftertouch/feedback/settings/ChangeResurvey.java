package io.aftertouch.feedback.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Predicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether customers are asked again, as somebody wants it; also how it is stored. */
@Schema(name = "ChangeResurvey")
record ChangeResurvey(
        @Schema(
                description =
                        "Where an event is told after a case was resolved; trigger rules wait there as at any touchpoint. Null when nobody is asked again.",
                examples = "support.case-resolved")
        String touchpoint,

        @Schema(description = "How long after the case was resolved, PT0S to P60D.", examples = "P1D")
        String after) {

    static ChangeResurvey of(Resurvey resurvey) {
        return new ChangeResurvey(resurvey.touchpoint(), resurvey.after().toString());
    }

    /** As it was checked when it was stored. */
    Resurvey stored() {
        return new Resurvey(touchpoint, Duration.parse(after));
    }

    /**
     * @param isTouchpoint whether a touchpoint has this key
     * @throws InvalidSetting naming every field that is not as it must be
     */
    Resurvey read(Predicate<String> isTouchpoint) {
        Mistakes mistakes = new Mistakes();
        mistakes.addIf(
                touchpoint != null && !isTouchpoint.test(touchpoint),
                "touchpoint",
                "must be a touchpoint that there is");
        Duration read = mistakes.read("after", this::readAfter);
        mistakes.refuse();
        return new Resurvey(touchpoint, read);
    }

    private Duration readAfter() {
        try {
            Duration read = Duration.parse(after == null ? "" : after.strip());
            if (!read.isNegative() && read.compareTo(Resurvey.LONGEST) <= 0) {
                return read;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a duration such as P1D", e);
        }
        throw new IllegalArgumentException("must be between 0 and 60 days");
    }
}
