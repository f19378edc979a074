package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.aftertouch.score.report.QueryReader;

/** Which answers a page is about, as its address says. */
record Filter(Period period, Map<String, Set<String>> segments, Set<String> channels) {

    /** Reads the address of a page; what cannot be understood is a problem that names the parameter. */
    static Filter read(String period, List<String> segments, List<String> channels) {
        QueryReader reader = new QueryReader();
        Filter filter = new Filter(
                reader.optional("period", period, Period.LAST_4_WEEKS, Period::of, "must be one of " + Period.keys()),
                reader.segments("segment", segments),
                reader.values("channel", channels));
        reader.throwIfWrong();
        return filter;
    }

    /** The same filter on the address of another page. */
    String query() {
        List<String> parameters = new ArrayList<>(List.of("period=" + period.key()));
        segments.forEach((dimension, values) ->
                values.forEach(value -> parameters.add("segment=" + Shown.encoded(dimension + ":" + value))));
        channels.forEach(channel -> parameters.add("channel=" + Shown.encoded(channel)));
        return String.join("&", parameters);
    }

    boolean asks(String dimension, String value) {
        return segments.getOrDefault(dimension, Set.of()).contains(value);
    }
}
