package io.aftertouch.score.cusum;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a cell raises an alarm. */
@ConfigMapping(prefix = "aftertouch.alarm")
public interface AlarmConfig {

    /** So many alarms a week may be raised by mere chance, in the whole installation and on average. */
    @WithDefault("1")
    @DecimalMin("0.01")
    @DecimalMax("100")
    double falseAlarmsPerWeek();

    /** However few answers there are, chance alone raises an alarm in a cell no sooner than after so many of them on average. */
    @WithDefault("5000")
    @Min(100)
    @Max(10_000_000)
    int quietAtLeast();

    /** Answers heard of later than this after they were given only teach what to expect: history raises no alarm. */
    @WithDefault("P7D")
    Duration lateAfter();

    /** For how many days before a day a cell learns what to expect of it. */
    @WithDefault("28")
    @Min(7)
    @Max(366)
    int learningDays();

    /** A touchpoint with fewer answers in that time is not watched yet. */
    @WithDefault("30")
    @Min(10)
    int placeAtLeast();

    /** A segment with fewer answers of its own is watched only as a part of its touchpoint. */
    @WithDefault("20")
    @Min(5)
    int cellAtLeast();

    /** So many answers of the touchpoint count beside a segment's own. */
    @WithDefault("20")
    @Min(0)
    int weight();

    /** How many standard errors above the share of the past the expected one lies: 1.645 leaves one past in twenty that was better still by chance. */
    @WithDefault("1.645")
    @DecimalMin("0")
    @DecimalMax("4")
    double doubt();

    /** No smaller share of negative answers than this is expected. */
    @WithDefault("0.05")
    @DecimalMin("0.005")
    @DecimalMax("0.4")
    double least();
}
