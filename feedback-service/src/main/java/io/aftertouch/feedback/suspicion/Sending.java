package io.aftertouch.feedback.suspicion;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a form was sent.
 *
 * @param shownAt when it was shown to whoever sent it; empty when it was not
 * @param input {@code seen} or {@code none} as the page's script says; anything else when it did not run
 * @param agent what the sender calls itself; null when it does not say
 */
public record Sending(Optional<Instant> shownAt, Instant sentAt, String input, String agent) {

    /** Empty also when our clocks disagree, so that it is not known. */
    Optional<Duration> after() {
        return shownAt.map(shown -> Duration.between(shown, sentAt)).filter(after -> !after.isNegative());
    }

    boolean wasShown() {
        return shownAt.isPresent();
    }

    boolean sawNoInput() {
        return "none".equals(input);
    }

    boolean isFrom(Iterable<String> programs) {
        String name = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        for (String program : programs) {
            if (name.contains(program)) {
                return true;
            }
        }
        return false;
    }
}
