package io.aftertouch.score.alert;

import java.time.Instant;
import java.util.List;

import io.aftertouch.platform.edit.Option;

/**
 * The alerts that fit a filter.
 *
 * @param state the chosen state; empty for both
 * @param touchpoint the key of the chosen touchpoint; empty for all
 * @param older the address of the page after this one; null on the last one
 */
public record AlertsPage(
        String title,
        String lead,
        Instant asOf,
        List<Option> states,
        String state,
        List<Option> touchpoints,
        String touchpoint,
        List<AlertCard> open,
        List<AlertCard> recovered,
        String older) {}
