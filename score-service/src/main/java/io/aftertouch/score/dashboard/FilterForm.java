package io.aftertouch.score.dashboard;

import java.util.List;

/** The filter bar of a page: a GET form, so that every view has an address. */
public record FilterForm(String action, List<Select> selects) {

    /** One list to choose from. */
    public record Select(String id, String name, String label, List<Option> options) {}

    /** One line of it. */
    public record Option(String value, String label, boolean selected) {}
}
