package io.aftertouch.feedback.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

import io.aftertouch.feedback.response.FilterReader;
import io.aftertouch.feedback.review.CaseFilter;
import io.aftertouch.feedback.review.CaseOrder;
import io.aftertouch.feedback.review.CaseState;

/**
 * What the inbox shows, as it stands in its address, so that it can be shared. A value that means nothing here is taken for "any".
 *
 * @param q words in the comment
 * @param state a {@link CaseState}, or open when left out
 * @param tp touchpoint
 * @param team key of a team
 * @param who {@code me} or {@code nobody}
 * @param due {@code late} or {@code today}
 * @param segment segments at the time of the interaction, as in {@code country:DK, plan:pro}
 * @param after where the page before ended
 * @param opened the case at the right
 */
record InboxFilter(
        @QueryParam("q") String q,
        @QueryParam("state") String state,
        @QueryParam("tp") String tp,
        @QueryParam("team") String team,
        @QueryParam("who") String who,
        @QueryParam("due") String due,
        @QueryParam("segment") String segment,
        @QueryParam("after") String after,
        @QueryParam("case") String opened) {

    public CaseFilter filter(String me, Clock clock, ZoneId zone) {
        return new CaseFilter(
                states(),
                blankToNull(tp),
                blankToNull(team),
                "me".equals(who) ? me : null,
                "nobody".equals(who),
                words(),
                segments(),
                dueBefore(clock.instant(), zone));
    }

    public CaseOrder order() {
        return states().stream().allMatch(CaseState::isOpen) ? CaseOrder.DUE : CaseOrder.NEWEST;
    }

    /** The chosen state, or null for all open ones. */
    public CaseState chosenState() {
        return Arrays.stream(CaseState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
    }

    public UUID openedId() {
        try {
            return opened == null ? null : UUID.fromString(opened);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The address of the same list, without a case. */
    public String query() {
        return parts().entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The parts of that address, for a form that leads back to the list. */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", words());
        parts.put("state", chosenState() == null ? null : state);
        parts.put("tp", blankToNull(tp));
        parts.put("team", blankToNull(team));
        parts.put("who", blankToNull(who));
        parts.put("due", blankToNull(due));
        parts.put("segment", blankToNull(segment));
        parts.put("after", blankToNull(after));
        parts.values().removeIf(Objects::isNull);
        return parts;
    }

    InboxFilter startingAfter(String cursor) {
        return new InboxFilter(q, state, tp, team, who, due, segment, cursor, null);
    }

    InboxFilter fromTheStart() {
        return startingAfter(null);
    }

    private SortedMap<String, Set<String>> segments() {
        return new FilterReader().segments("segment", FilterReader.segmentsIn(segment));
    }

    /** Late is what nobody has taken in time, unless another state is asked for. */
    private Set<CaseState> states() {
        CaseState chosen = chosenState();
        if (chosen == null && "late".equals(due)) {
            return EnumSet.of(CaseState.NEW);
        }
        return chosen == null ? CaseState.OPEN : EnumSet.of(chosen);
    }

    private Instant dueBefore(Instant now, ZoneId zone) {
        if ("late".equals(due)) {
            return now;
        }
        return "today".equals(due)
                ? now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant()
                : null;
    }

    public String words() {
        String words = blankToNull(q);
        return words == null ? null : words.strip();
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
