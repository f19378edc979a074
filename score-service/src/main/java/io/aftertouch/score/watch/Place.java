package io.aftertouch.score.watch;

import io.aftertouch.score.metric.Scale;

/** A touchpoint with one of the scales on which it is rated. Places are judged apart from each other. */
public record Place(int touchpoint, Scale scale) {}
