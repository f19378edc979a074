package io.aftertouch.score.dashboard;

import java.util.List;
import java.util.stream.Collectors;

/** The filter bar of a page: a GET form, so that every view has an address. */
public record FilterForm(String action, List<Select> selects) {

    /** What is chosen, for a page on paper: "Period: Last 4 weeks. Country: DK." */
    public String words() {
        return selects.stream()
                .flatMap(select -> select.options().stream()
                        .filter(option -> option.selected())
                        .map(option -> select.label() + ": " + option.label() + "."))
                .collect(Collectors.joining(" "));
    }

    /** One list to choose from. */
    public record Select(String id, String name, String label, List<Option> options) {}

    /** One line of it. */
    public record Option(String value, String label, boolean selected) {}
}
