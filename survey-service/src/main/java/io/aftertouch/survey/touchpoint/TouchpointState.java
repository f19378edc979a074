package io.aftertouch.survey.touchpoint;

/** A retired touchpoint keeps its past; events there are kept and nobody is asked about them any more. */
public enum TouchpointState {
    ACTIVE,
    RETIRED
}
