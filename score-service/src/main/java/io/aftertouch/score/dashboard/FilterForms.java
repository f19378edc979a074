package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.segment.SegmentProfiles;

/** Makes the filter bar from what there is to choose: the dimensions that people can look through, and the channels. */
@ApplicationScoped
class FilterForms {

    private static final int MOST_DIMENSIONS = 4;
    private static final int MOST_VALUES = 60;

    private final SegmentProfiles segments;
    private final Channels channels;

    FilterForms(SegmentProfiles segments, Channels channels) {
        this.segments = segments;
        this.channels = channels;
    }

    /** What there is to choose now. */
    Choices choices() {
        Map<String, SortedSet<String>> dimensions = new LinkedHashMap<>();
        segments.dimensions().entrySet().stream()
                .filter(dimension -> dimension.getValue().size() <= MOST_VALUES)
                .limit(MOST_DIMENSIONS)
                .forEach(dimension -> dimensions.put(dimension.getKey(), dimension.getValue()));
        return new Choices(dimensions, channels.all().values().stream().sorted().toList());
    }

    FilterForm form(String action, Filter filter) {
        return choices().form(action, filter);
    }

    /**
     * @param dimensions those that are short enough for a list, with their values
     */
    record Choices(Map<String, SortedSet<String>> dimensions, List<String> channels) {

        FilterForm form(String action, Filter filter) {
            List<FilterForm.Select> selects = new ArrayList<>();
            selects.add(new FilterForm.Select(
                    "period",
                    "period",
                    "Period",
                    Arrays.stream(Period.values())
                            .map(period ->
                                    new FilterForm.Option(period.key(), period.label(), period == filter.period()))
                            .toList()));
            dimensions.forEach((name, values) -> selects.add(new FilterForm.Select(
                    "segment-" + selects.size(),
                    "segment",
                    Shown.capital(name),
                    orAll(
                            values,
                            value -> new FilterForm.Option(name + ":" + value, value, filter.asks(name, value))))));
            selects.add(new FilterForm.Select(
                    "channel",
                    "channel",
                    "Channel",
                    orAll(
                            channels,
                            channel -> new FilterForm.Option(
                                    channel, channel, filter.channels().contains(channel)))));
            return new FilterForm(action, selects);
        }

        private static List<FilterForm.Option> orAll(
                Collection<String> values, Function<String, FilterForm.Option> option) {
            return Stream.concat(
                            Stream.of(new FilterForm.Option("", "All", false)),
                            values.stream().map(option))
                    .toList();
        }
    }
}
