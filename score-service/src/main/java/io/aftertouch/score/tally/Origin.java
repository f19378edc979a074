package io.aftertouch.score.tally;

/** Where an answer belongs, by the numbers of its touchpoint, survey version, channel and segment profile. */
public record Origin(int touchpoint, int surveyVersion, int channel, int profile) {}
