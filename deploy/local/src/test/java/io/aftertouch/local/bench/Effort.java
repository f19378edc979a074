package io.aftertouch.local.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long the cores were busy with the suite while something was done. Unlike the time on the clock it hardly depends on what else the machine has
 * to do.
 */
record Effort(Map<String, Duration> before, Map<String, Duration> after, int things) {

    private double microseconds(String part) {
        return (after.get(part).toNanos() - before.get(part).toNanos()) / 1e3 / things;
    }

    double microsecondsEach() {
        return after.keySet().stream().mapToDouble(this::microseconds).sum();
    }

    /** What all cores together could do in a second if they did nothing else. */
    double perSecondAtMost() {
        return Runtime.getRuntime().availableProcessors() * 1e6 / microsecondsEach();
    }

    String byPart() {
        return after.keySet().stream()
                .map(part -> String.format(Locale.ROOT, "%s %.0f", part, microseconds(part)))
                .collect(Collectors.joining(", "));
    }
}
