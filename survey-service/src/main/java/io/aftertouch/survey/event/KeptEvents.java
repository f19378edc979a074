package io.aftertouch.survey.event;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.retention.KeptInOrder;
import io.aftertouch.survey.respondent.RetentionPeriods;

/** Events; afterwards they say that something happened, not to whom nor under which name. */
@Singleton
class KeptEvents extends KeptInOrder {

    private final EventRepository events;
    private final RetentionPeriods periods;

    KeptEvents(EventRepository events, RetentionPeriods periods) {
        this.events = events;
        this.periods = periods;
    }

    @Override
    public String kind() {
        return "events";
    }

    @Override
    public String what() {
        return "Events at touchpoints";
    }

    @Override
    public TemporalAmount keptFor() {
        return periods.events();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return events.personal(after, before, limit);
    }

    @Override
    protected void forget(List<UUID> ids) {
        events.forget(ids);
    }
}
