package io.aftertouch.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Time comes in from here and from nowhere else. */
@Singleton
class TimeProducer {

    /** UTC, in the microseconds that the database keeps: what was stored equals what was answered. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    /** The time zone in which the installation's people read times. */
    @Produces
    @Singleton
    ZoneId zone(@ConfigProperty(name = "aftertouch.zone") ZoneId zone) {
        return zone;
    }
}
