package io.aftertouch.score.target;

/** UPCOMING → RUNNING → MET or MISSED, or NOT_JUDGED when too few answers came in to say. */
enum TargetState {
    UPCOMING,
    RUNNING,
    MET,
    MISSED,
    NOT_JUDGED
}
