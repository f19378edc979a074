package io.aftertouch.platform.paging;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One page of a list. {@code next} is the cursor of the page after it, null on the last one. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PagedView<T>(List<T> items, String next) {

    /**
     * Makes a page of what was read with {@code limit + 1}.
     *
     * @param rows up to {@code limit + 1} rows; the one too many only says that there is more
     * @param cursor the cursor that starts after a row
     */
    public static <R, T> PagedView<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new PagedView<>(shown.stream().map(view).toList(), more ? cursor.apply(shown.getLast()) : null);
    }
}
