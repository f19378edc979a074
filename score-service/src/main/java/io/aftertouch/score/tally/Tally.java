package io.aftertouch.score.tally;

import java.time.Instant;

import io.aftertouch.score.metric.Counts;

/**
 * One sum of tallies. The bucket is null when all time was added up; the group is the number of a channel or profile, or the value
 * of a segment, or null where there is no such value.
 */
public record Tally(int touchpoint, int surveyVersion, Instant bucket, String group, Counts counts) {}
