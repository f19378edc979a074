package io.aftertouch.score.cusum;

import java.time.Instant;

import io.aftertouch.score.watch.Share;

/**
 * Something that has to be told of a watched cell.
 *
 * @param at when the answer was given that made the difference
 * @param since the first answer after which the evidence never was at nothing again
 * @param before the past that it is held against
 * @param after the answers since
 */
public record Signal(int id, Cell cell, Kind kind, Instant at, Instant since, Share before, Share after, Gauge gauge) {

    /** What happened. */
    public enum Kind {
        /** The evidence has reached its limit. */
        ALARMED,
        /** While alarmed: twice as many negative answers as when it was last told. */
        GREW,
        /** The evidence is used up: the share is as expected again. */
        CALMED,
        /** No answer has said anything about the alarm for as long as a cell learns. */
        SILENT
    }
}
