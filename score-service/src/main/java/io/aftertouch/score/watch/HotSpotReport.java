package io.aftertouch.score.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.tally.Span;

/** The hot spots of the moment, with the spans that were held against each other and the number of cells looked at. */
public record HotSpotReport(Instant asOf, Span window, Span baseline, int cells, List<Entry> hotSpots) {

    /** A hot spot with its touchpoint and the day since which it has been worse. */
    public record Entry(Touchpoint touchpoint, HotSpot hotSpot, LocalDate since) {}
}
