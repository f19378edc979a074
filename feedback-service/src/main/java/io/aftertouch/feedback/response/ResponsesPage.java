package io.aftertouch.feedback.response;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Metric;
import io.aftertouch.feedback.catalog.Touchpoint;

/**
 * The list of answers.
 *
 * @param from the first day of the answers shown, as a date field holds it; null when there is none
 * @param to the last day, likewise
 * @param next the address of the next page, or null
 * @param mayImport whether the reader may bring in answers from a file
 * @param full whether as many are shown as fit; with fewer, {@code next} looks further back
 */
record ResponsesPage(
        ResponsesFilter filter,
        LocalDate from,
        LocalDate to,
        List<Row> rows,
        String next,
        boolean full,
        boolean mayImport,
        List<Touchpoint> touchpoints,
        List<String> surveys) {

    /** One answer. */
    record Row(ResponseView response, String touchpoint, int max) {

        public String answer() {
            return response.score() + " of " + max;
        }

        public String band() {
            return "band--" + response.band().name().toLowerCase(Locale.ROOT);
        }

        /** "country:DK, plan:pro"; null when there are none. */
        public String segments() {
            return response.segments().isEmpty()
                    ? null
                    : response.segments().entrySet().stream()
                            .map(segment -> segment.getKey() + ":" + segment.getValue())
                            .collect(Collectors.joining(", "));
        }
    }

    public List<Band> bands() {
        return Arrays.asList(Band.values());
    }

    public List<Metric> metrics() {
        return Arrays.asList(Metric.values());
    }

    /** The filters as they follow an address; empty when there are none. */
    public String query() {
        return filter.isEmpty() ? "" : "?" + filter.query();
    }
}
