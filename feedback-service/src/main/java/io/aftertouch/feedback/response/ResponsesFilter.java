package io.aftertouch.feedback.response;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Metric;
import io.aftertouch.platform.time.Instants;

/**
 * What the page of answers shows, as it stands in its address. A value that means nothing here is taken for "any".
 *
 * @param segment one or several, {@code country:DK, plan:pro}
 * @param from first day, in the installation's time zone, or the moment with which it begins
 * @param to last day, or the moment with which it ends
 * @param after where the page before ended
 */
record ResponsesFilter(
        @QueryParam("q") String q,
        @QueryParam("tp") String tp,
        @QueryParam("survey") String survey,
        @QueryParam("band") String band,
        @QueryParam("from") String from,
        @QueryParam("to") String to,
        @QueryParam("segment") String segment,
        @QueryParam("respondent") String respondent,
        @QueryParam("metric") String metric,
        @QueryParam("score") String score,
        @QueryParam("channel") String channel,
        @QueryParam("after") String after) {

    ResponseFilter filter(ZoneId zone) {
        var reader = new FilterReader();
        LocalDate last = day(to, zone);
        return new ResponseFilter(
                reader.text("tp", tp),
                reader.text("survey", survey),
                chosenMetric(),
                reader.scores("score", score == null ? List.of() : List.of(score)),
                chosenBand(),
                reader.segments("segment", FilterReader.segmentsIn(segment)),
                reader.text("respondent", respondent),
                reader.text("channel", channel),
                reader.text("q", q),
                instant(from).orElseGet(() -> startOf(day(from, zone), zone)),
                instant(to).orElseGet(() -> startOf(last == null ? null : last.plusDays(1), zone)));
    }

    /** The first day; with a link that names an instant, the day of that. Null when there is none. */
    LocalDate firstDay(ZoneId zone) {
        return day(from, zone);
    }

    LocalDate lastDay(ZoneId zone) {
        return day(to, zone);
    }

    public Band chosenBand() {
        return chosen(Band.values(), band);
    }

    public Metric chosenMetric() {
        return chosen(Metric.values(), metric);
    }

    /** Whether one of the filters is set that are not always seen. */
    public boolean more() {
        return Stream.of(segment, respondent, metric, score, channel).anyMatch(value -> blankToNull(value) != null);
    }

    public boolean isEmpty() {
        return query().isEmpty();
    }

    /** The filters alone, for whatever is done with all that fit. */
    public String query() {
        return query(null);
    }

    String query(String cursor) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", q);
        parts.put("tp", tp);
        parts.put("survey", survey);
        parts.put("band", band);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("segment", segment);
        parts.put("respondent", respondent);
        parts.put("metric", metric);
        parts.put("score", score);
        parts.put("channel", channel);
        parts.put("after", cursor);
        return parts.entrySet().stream()
                .filter(part -> blankToNull(part.getValue()) != null)
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static <E extends Enum<E>> E chosen(E[] known, String name) {
        return Arrays.stream(known)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(String text, ZoneId zone) {
        try {
            LocalDate day = instant(text)
                    .map(at -> at.atZone(zone).toLocalDate())
                    .orElseGet(() -> blankToNull(text) == null ? null : LocalDate.parse(text));
            return day == null || isOutOfReach(day) ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A program that links here names the very moment. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(Instants::parse)
                    .filter(at -> !isOutOfReach(at.atZone(ZoneOffset.UTC).toLocalDate()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOutOfReach(LocalDate day) {
        return day.getYear() < 2000 || day.getYear() > 2200;
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
