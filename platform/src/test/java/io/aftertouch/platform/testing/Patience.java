package io.aftertouch.platform.testing;

import java.time.Duration;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import org.awaitility.Awaitility;

/**
 * How tests wait unless they say otherwise: they look soon, then less and less often, and for as long as a machine may need that runs the tests of
 * other modules as well.
 */
public final class Patience implements QuarkusTestBeforeClassCallback {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofMillis(10);
    private static final int MOST_TIMES_FIRST = 10;

    @Override
    public void beforeClass(Class<?> test) {
        Awaitility.setDefaultTimeout(LONGEST);
        Awaitility.setDefaultPollDelay(FIRST);
        Awaitility.setDefaultPollInterval((looks, before) -> FIRST.multipliedBy(Math.min(looks, MOST_TIMES_FIRST)));
    }
}
