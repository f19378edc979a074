package io.aftertouch.survey.decision;

import java.util.Optional;
import java.util.regex.Pattern;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/**
 * What the coverage is broken down by.
 *
 * @param dimension a dimension of the segments; empty for touchpoints
 */
record CoverageGrouping(Optional<String> dimension) {

    static final CoverageGrouping BY_TOUCHPOINT = new CoverageGrouping(Optional.empty());

    private static final String SEGMENT = "segment:";
    private static final Pattern DIMENSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @param text {@code touchpoint} or {@code segment:<dimension>} */
    static CoverageGrouping parse(String text) {
        if (text.equals("touchpoint")) {
            return BY_TOUCHPOINT;
        }
        String dimension = text.startsWith(SEGMENT) ? text.substring(SEGMENT.length()) : "";
        if (!DIMENSION.matcher(dimension).matches()) {
            throw new UnknownGrouping();
        }
        return new CoverageGrouping(Optional.of(dimension));
    }

    String text() {
        return dimension.map(SEGMENT::concat).orElse("touchpoint");
    }

    private static final class UnknownGrouping extends ProblemException {

        UnknownGrouping() {
            super(
                    "invalid-request",
                    "The coverage cannot be broken down by this.",
                    new FieldError("groupBy", "must be touchpoint or segment:<dimension>"));
        }
    }
}
