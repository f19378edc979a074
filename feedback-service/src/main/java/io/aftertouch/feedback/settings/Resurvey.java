package io.aftertouch.feedback.settings;

import java.time.Duration;

/**
 * Whether customers are asked again after their case was resolved. What is asked, of whom and by which channel is up to the trigger rules of the
 * touchpoint, and the contact policy holds as for every event.
 *
 * @param touchpoint at which the event is told; null when nobody is asked again
 * @param after how long after the case was resolved
 */
public record Resurvey(String touchpoint, Duration after) {

    static final Duration LONGEST = Duration.ofDays(60);
    static final Resurvey OFF = new Resurvey(null, Duration.ofDays(1));

    public boolean isOn() {
        return touchpoint != null;
    }
}
