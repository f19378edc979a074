package io.aftertouch.survey.optout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.QueryStringDecoder;

/**
 * How a button was pressed: by a mail program, which asked its reader and says so (RFC 8058), or on a page of ours.
 *
 * @param oneClick whether it was a mail program's own button
 * @param stamp of the page that it was pressed on; null when there was none
 * @param input {@code seen} or {@code none} as the page's script says; null when it did not run
 */
record Pressing(boolean oneClick, String stamp, String input) {

    /** In a form, or in a part of a multipart form below a few lines that say what it is. */
    private static final Pattern ONE_CLICK = Pattern.compile(
            "List-Unsubscribe(=|\"[^\\r\\n]{0,200}(\\r?\\n[^\\r\\n]{1,200}){0,5}(\\r?\\n){2})One-Click");

    /** Nobody reads a page and presses in less. */
    private static final Duration FASTEST_PERSON = Duration.ofSeconds(1);

    /** @param body of whatever kind; may be null */
    static Pressing of(String body) {
        String said = body == null ? "" : body;
        Map<String, List<String>> fields = fields(said);
        return new Pressing(ONE_CLICK.matcher(said).find(), first(fields, "shown"), first(fields, "hand"));
    }

    private static Map<String, List<String>> fields(String body) {
        try {
            return new QueryStringDecoder(body, false).parameters();
        } catch (IllegalArgumentException noForm) {
            return Map.of();
        }
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /**
     * Whether it was pressed as people press: on a page that was shown to them, which programs that look into mail do not wait to read.
     *
     * @param shownAt when that was; empty when it was not
     */
    boolean isByPerson(Optional<Instant> shownAt, Instant now) {
        return shownAt.filter(shown -> isLongEnough(shown, now)).isPresent() && !"none".equals(input);
    }

    /** Where clocks of ours disagree it is not known how long it was, and nobody pays for it. */
    private static boolean isLongEnough(Instant shown, Instant now) {
        return now.isBefore(shown) || !now.isBefore(shown.plus(FASTEST_PERSON));
    }
}
