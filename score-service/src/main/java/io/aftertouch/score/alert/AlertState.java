package io.aftertouch.score.alert;

/** Whether an alert's problem lasts. */
public enum AlertState {
    OPEN,
    RECOVERED
}
