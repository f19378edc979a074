package io.aftertouch.feedback.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.response.ResponseFilter;

/**
 * What the list of answers shows, as it stands in its address. A value that means nothing here is taken for "any".
 *
 * @param from first day, in the installation's time zone
 * @param to last day
 * @param after where the page before ended
 */
record ResponsesFilter(
        @QueryParam("tp") String tp,
        @QueryParam("survey") String survey,
        @QueryParam("band") String band,
        @QueryParam("from") String from,
        @QueryParam("to") String to,
        @QueryParam("after") String after) {

    ResponseFilter filter(ZoneId zone) {
        LocalDate last = day(to);
        return new ResponseFilter(
                blankToNull(tp),
                blankToNull(survey),
                chosenBand(),
                startOf(day(from), zone),
                startOf(last == null ? null : last.plusDays(1), zone));
    }

    public Band chosenBand() {
        return Arrays.stream(Band.values())
                .filter(known -> known.name().equals(band))
                .findFirst()
                .orElse(null);
    }

    String query(String cursor) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("tp", tp);
        parts.put("survey", survey);
        parts.put("band", band);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("after", cursor);
        return parts.entrySet().stream()
                .filter(part -> blankToNull(part.getValue()) != null)
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public boolean isEmpty() {
        return query(null).isEmpty();
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = blankToNull(text) == null ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 2000 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
