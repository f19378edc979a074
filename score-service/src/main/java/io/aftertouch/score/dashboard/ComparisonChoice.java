package io.aftertouch.score.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.report.ComparisonQuery;
import io.aftertouch.score.report.QueryReader;
import io.aftertouch.score.report.ScoreQuery;
import io.aftertouch.score.segment.Segment;

/**
 * What a comparison is about, as the address of its page says.
 *
 * @param touchpoint empty for all of them together
 * @param group whose answers, empty for everybody's
 * @param against what they are held against
 */
record ComparisonChoice(Period period, String touchpoint, Group group, Against against) {

    /** Answers that have something in common. */
    sealed interface Group {

        record Everybody() implements Group {}

        record OfSegment(Segment segment) implements Group {}

        record OnChannel(String channel) implements Group {}

        static Group of(String word) {
            if (word.isEmpty()) {
                return new Everybody();
            }
            if (word.startsWith(CHANNEL) && word.length() > CHANNEL.length()) {
                return new OnChannel(word.substring(CHANNEL.length()));
            }
            if (word.startsWith(SEGMENT)) {
                return new OfSegment(Segment.parse(word.substring(SEGMENT.length())));
            }
            throw new IllegalArgumentException(word);
        }

        default String word() {
            return switch (this) {
                case Everybody everybody -> "";
                case OfSegment(Segment segment) -> SEGMENT + segment;
                case OnChannel(String channel) -> CHANNEL + channel;
            };
        }

        default String shown() {
            return switch (this) {
                case Everybody everybody -> "everybody";
                case OfSegment(Segment segment) -> segment.toString();
                case OnChannel(String channel) -> "channel " + channel;
            };
        }

        private ScoreQuery within(ScoreQuery query) {
            return switch (this) {
                case Everybody everybody -> query.matching(Map.of(), Set.of());
                case OfSegment(Segment segment) ->
                    query.matching(Map.of(segment.dimension(), Set.of(segment.value())), Set.of());
                case OnChannel(String channel) -> query.matching(Map.of(), Set.of(channel));
            };
        }
    }

    /** The other side: the same group at another time, or another group at the same time. */
    sealed interface Against {

        record TimeBefore() implements Against {}

        record YearBefore() implements Against {}

        record OtherGroup(Group group) implements Against {}

        static Against of(String word) {
            return switch (word) {
                case BEFORE -> new TimeBefore();
                case YEAR_BEFORE -> new YearBefore();
                default -> new OtherGroup(Group.of(word));
            };
        }

        default String word() {
            return switch (this) {
                case TimeBefore before -> BEFORE;
                case YearBefore yearBefore -> YEAR_BEFORE;
                case OtherGroup(Group group) -> group.word();
            };
        }
    }

    static final String BEFORE = "before";
    static final String YEAR_BEFORE = "year";
    static final String SEGMENT = "segment.";
    static final String CHANNEL = "channel.";

    /** From the start of a day, to now. */
    record Time(Instant from, Instant to) {}

    /** Reads the address of the page; what cannot be understood is a problem that names the parameter. */
    static ComparisonChoice read(String period, String touchpoint, String group, String against) {
        QueryReader reader = new QueryReader();
        ComparisonChoice choice = new ComparisonChoice(
                reader.optional("period", period, Period.LAST_4_WEEKS, Period::of, "must be one of " + Period.keys()),
                touchpoint == null ? "" : touchpoint,
                reader.optional(
                        "group",
                        group,
                        new Group.Everybody(),
                        Group::of,
                        "must be empty, segment.<dimension>:<value> or channel.<name>"),
                reader.optional(
                        "against",
                        against,
                        new Against.TimeBefore(),
                        Against::of,
                        "must be before, year, segment.<dimension>:<value> or channel.<name>"));
        reader.throwIfWrong();
        return choice;
    }

    Time time(Instant now, ZoneId zone) {
        return new Time(period.from(now, zone), now);
    }

    /** The time of the other side; empty when all time has none before it. */
    Optional<Time> otherTime(Instant now, ZoneId zone) {
        Time time = time(now, zone);
        return switch (against) {
            case Against.OtherGroup otherGroup -> Optional.of(time);
            case Against.TimeBefore before -> period.timeBefore(now, zone).map(from -> new Time(from, time.from()));
            case Against.YearBefore yearBefore ->
                Optional.ofNullable(time.from())
                        .map(from -> new Time(aYearBefore(from, zone), aYearBefore(now, zone)))
                        .filter(other -> !other.to().isAfter(time.from()));
        };
    }

    private static Instant aYearBefore(Instant instant, ZoneId zone) {
        return instant.atZone(zone).minusYears(1).toInstant();
    }

    Group otherGroup() {
        return against instanceof Against.OtherGroup(Group other) ? other : group;
    }

    /** Why the two sides cannot be held against each other, if they cannot. */
    Optional<String> problem(Instant now, ZoneId zone) {
        if (otherTime(now, zone).isEmpty()) {
            return Optional.of("There is no such time before this one. Choose a shorter period.");
        }
        return against instanceof Against.OtherGroup(Group other) && !areSeparate(group, other)
                ? Optional.of(
                        "Both sides have answers in common. Choose two segments of one dimension, two channels, or another time.")
                : Optional.empty();
    }

    private static boolean areSeparate(Group one, Group other) {
        return switch (one) {
            case Group.Everybody everybody -> false;
            case Group.OfSegment(Segment segment) ->
                other instanceof Group.OfSegment(Segment second)
                        && segment.dimension().equals(second.dimension())
                        && !segment.equals(second);
            case Group.OnChannel(String channel) ->
                other instanceof Group.OnChannel(String second) && !channel.equals(second);
        };
    }

    /** Both sides as questions, where nothing speaks against it. */
    ComparisonQuery query(Metric metric, Instant now, ZoneId zone) {
        ScoreQuery all = ScoreQuery.of(metric, zone);
        ScoreQuery here = touchpoint.isEmpty() ? all : all.at(touchpoint);
        Time time = time(now, zone);
        Time other = otherTime(now, zone).orElseThrow();
        return new ComparisonQuery(
                group.within(here).between(time.from(), null),
                otherGroup().within(here).between(other.from(), other.equals(time) ? null : other.to()));
    }

    /** The same choice on the address of another page. */
    String addressQuery() {
        return "period=" + period.key() + "&touchpoint=" + Shown.encoded(touchpoint) + "&group="
                + Shown.encoded(group.word()) + "&against=" + Shown.encoded(against.word());
    }
}
