package io.aftertouch.score.watch;

import java.util.Set;

import io.aftertouch.score.segment.Segment;

/** The answers of one segment profile at one place, in the window and before it. */
public record Observation(Place place, Set<Segment> segments, Share now, Share before) {}
