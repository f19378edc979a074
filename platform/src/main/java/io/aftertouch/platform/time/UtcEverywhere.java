package io.aftertouch.platform.time;

import java.time.ZoneOffset;
import java.util.TimeZone;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;

/**
 * Makes UTC the time zone of the process, wherever the machine is. Databases hold times without a zone, all of them in UTC; Hibernate takes such a
 * time for one of the zone of the process, on its way into a statement and out of a row. Days of people and companies name their zones.
 */
@ApplicationScoped
class UtcEverywhere {

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}
