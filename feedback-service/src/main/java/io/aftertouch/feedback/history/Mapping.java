package io.aftertouch.feedback.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Exports of other systems whose columns are known; a file of another maker gets its columns named. */
enum Mapping {
    /** The caller names every column. */
    OWN(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),

    /** Delighted's export of survey responses. Names of people, their telephone numbers and whatever else describes them are left alone. */
    DELIGHTED(
            List.of("Survey Response ID", "Response ID", "ID"),
            List.of("Score"),
            List.of("Comment"),
            List.of("Responded At", "Response Created At", "Survey Response Created At", "Created At"),
            List.of("Person Email", "Email", "Person ID"),
            List.of("Person Locale", "Properties: Locale", "Locale"));

    private final List<String> id;
    private final List<String> score;
    private final List<String> comment;
    private final List<String> answeredAt;
    private final List<String> respondent;
    private final List<String> locale;

    Mapping(
            List<String> id,
            List<String> score,
            List<String> comment,
            List<String> answeredAt,
            List<String> respondent,
            List<String> locale) {
        this.id = id;
        this.score = score;
        this.comment = comment;
        this.answeredAt = answeredAt;
        this.respondent = respondent;
        this.locale = locale;
    }

    /**
     * The columns of a file: those that are named, and else those that this system's export has.
     *
     * @param column the file's own spelling of a column, if it has it
     */
    Columns complete(Columns named, Function<String, Optional<String>> column) {
        return new Columns(
                first(named.id(), id, column),
                first(named.score(), score, column),
                first(named.comment(), comment, column),
                first(named.answeredAt(), answeredAt, column),
                first(named.respondent(), respondent, column),
                first(named.locale(), locale, column),
                named.segments());
    }

    private static String first(String named, List<String> usual, Function<String, Optional<String>> column) {
        return named != null
                ? named
                : usual.stream()
                        .flatMap(name -> column.apply(name).stream())
                        .findFirst()
                        .orElse(null);
    }
}
