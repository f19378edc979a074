package io.aftertouch.score.alert;

import java.time.Instant;
import java.util.List;

import io.aftertouch.platform.edit.Option;

/**
 * One alert with all that is known of it.
 *
 * @param others other respondents that the same problem alarms, in words; null when there are none
 * @param mayWork whether the reader may acknowledge and mute
 * @param message why the last step was refused; null when none was
 */
public record AlertPage(
        AlertCard card,
        int version,
        String title,
        String lead,
        Instant asOf,
        String metric,
        Instant openedAt,
        Gauge gauge,
        String others,
        List<DayChart> charts,
        List<Row> days,
        List<Line> history,
        List<Option> times,
        boolean mayWork,
        String message) {

    /** What the answers are held against, and how sure that makes of an alarm. */
    public record Gauge(String expected, String alarming, String limit, String level, String quiet, String delay) {}

    /** The numbers of one day; the share is null when there are too few answers to show it. */
    public record Row(String day, boolean open, String n, String share, String evidence, String limit) {}

    /** One line of the history. */
    public record Line(Instant at, String what, String who, String text) {}
}
