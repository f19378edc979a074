package io.aftertouch.score.improvement;

/** UPCOMING → COLLECTING while the days after the change are not over → COMPLETE. */
enum EffectState {
    UPCOMING,
    COLLECTING,
    COMPLETE
}
