package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** The dimensions that are short enough for a list, with their values. */
    List<Map.Entry<String, ? extends Collection<String>>> dimensions() {
        List<Map.Entry<String, ? extends Collection<String>>> dimensions = new ArrayList<>();
        segments.dimensions().entrySet().stream()
                .filter(dimension -> dimension.getValue().size() <= MOST_VALUES)
                .limit(MOST_DIMENSIONS)
                .forEach(dimensions::add);
        return dimensions;
    }

    FilterForm form(String action, Filter filter) {
        List<FilterForm.Select> selects = new ArrayList<>();
        selects.add(new FilterForm.Select(
                "period",
                "period",
                "Period",
                Arrays.stream(Period.values())
                        .map(period -> new FilterForm.Option(period.key(), period.label(), period == filter.period()))
                        .toList()));
        for (var dimension : dimensions()) {
            String name = dimension.getKey();
            selects.add(new FilterForm.Select(
                    "segment-" + selects.size(),
                    "segment",
                    Shown.capital(name),
                    Stream.concat(
                                    Stream.of(new FilterForm.Option("", "All", false)),
                                    dimension.getValue().stream()
                                            .map(value -> new FilterForm.Option(
                                                    name + ":" + value, value, filter.asks(name, value))))
                            .toList()));
        }
        selects.add(new FilterForm.Select(
                "channel",
                "channel",
                "Channel",
                Stream.concat(
                                Stream.of(new FilterForm.Option("", "All", false)),
                                channels.all().values().stream()
                                        .sorted()
                                        .map(channel -> new FilterForm.Option(
                                                channel,
                                                channel,
                                                filter.channels().contains(channel))))
                        .toList()));
        return new FilterForm(action, selects);
    }
}
