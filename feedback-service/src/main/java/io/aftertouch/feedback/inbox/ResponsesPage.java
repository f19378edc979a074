package io.aftertouch.feedback.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.response.SurveyResponse;

/**
 * The list of answers.
 *
 * @param next the address of the next page, or null
 */
record ResponsesPage(
        ResponsesFilter filter, List<Row> rows, String next, List<Touchpoint> touchpoints, List<String> surveys) {

    /** One answer. */
    record Row(SurveyResponse response, String touchpoint, int max) {

        public String answer() {
            return response.rating().score() + " of " + max;
        }

        public String band() {
            return InboxPage.bandClass(response.rating().band());
        }

        /** "country:DK, plan:pro"; null when there are none. */
        public String segments() {
            Map<String, String> segments = response.segments();
            return segments.isEmpty()
                    ? null
                    : segments.entrySet().stream()
                            .map(segment -> segment.getKey() + ":" + segment.getValue())
                            .collect(Collectors.joining(", "));
        }
    }

    public List<Band> bands() {
        return Arrays.asList(Band.values());
    }
}
