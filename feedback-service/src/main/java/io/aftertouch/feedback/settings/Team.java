package io.aftertouch.feedback.settings;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Who looks after some of the cases: those that fit one of its rules. */
public record Team(String key, String name, List<Rule> rules) {

    /**
     * Fits cases of a touchpoint, with certain segments, or both; without either it fits all.
     *
     * @param touchpoint null for any
     * @param segments sorted here, since MySQL keeps the properties of JSON in an order of its own
     */
    public record Rule(String touchpoint, SortedMap<String, String> segments) {

        boolean fits(String caseTouchpoint, Map<String, String> caseSegments) {
            return (touchpoint == null || touchpoint.equals(caseTouchpoint))
                    && caseSegments.entrySet().containsAll(segments.entrySet());
        }
    }

    boolean takes(String touchpoint, Map<String, String> segments) {
        return rules.stream().anyMatch(rule -> rule.fits(touchpoint, segments));
    }
}
