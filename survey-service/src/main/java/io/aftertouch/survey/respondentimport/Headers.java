package io.aftertouch.survey.respondentimport;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.aftertouch.platform.csv.UnreadableFile;

/** What columns are called that are not called as usual, as people and systems say it: {@code ref=Customer no}. */
final class Headers {

    private Headers() {}

    /** @throws UnreadableFile when one of them cannot be read */
    static Map<Column, String> of(List<String> said) {
        Map<Column, String> headers = new EnumMap<>(Column.class);
        for (String pair : said) {
            int sign = pair.indexOf('=');
            Column column = Stream.of(Column.values())
                    .filter(one -> sign > 0
                            && one.field().equals(pair.substring(0, sign).strip()))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableFile(
                            "What is said about the columns cannot be read.",
                            "map",
                            "must be the name of a field, = and what its column is called"));
            headers.put(column, pair.substring(sign + 1).strip());
        }
        return headers;
    }
}
