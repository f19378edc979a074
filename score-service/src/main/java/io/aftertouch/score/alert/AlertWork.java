package io.aftertouch.score.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.retry.RetryOnConflict;

/**
 * What people do with alerts. Each step takes hold of the alert, moves it, adds the line to its history and tells the other services, all in one
 * transaction. A step that names by {@code If-Match} the version it starts from is refused when that is not the current one; null does not care.
 */
@ApplicationScoped
@Transactional
@RetryOnConflict
public class AlertWork {

    private static final Duration SHORTEST_MUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST_MUTE = Duration.ofDays(366);

    private final AlertRepository alerts;
    private final AlertTelling telling;
    private final Clock clock;

    AlertWork(AlertRepository alerts, AlertTelling telling, Clock clock) {
        this.alerts = alerts;
        this.telling = telling;
        this.clock = clock;
    }

    /** @param note what there is to say about it; may be null */
    public void acknowledge(UUID id, String who, String note, String ifMatch) {
        change(id, ifMatch, alert -> alert.acknowledge(who, note, clock.instant()));
    }

    /**
     * Leaves it out of the counts and tells no more of its growth until a time.
     *
     * @throws MuteOutOfRange when that is not between a minute and a year ahead
     */
    public void mute(UUID id, String who, Instant until, String ifMatch) {
        Instant now = clock.instant();
        if (until.isBefore(now.plus(SHORTEST_MUTE)) || until.isAfter(now.plus(LONGEST_MUTE))) {
            throw new MuteOutOfRange();
        }
        change(id, ifMatch, alert -> alert.mute(who, until, now));
    }

    public void unmute(UUID id, String who, String ifMatch) {
        change(id, ifMatch, alert -> alert.unmute(who, clock.instant()));
    }

    private void change(UUID id, String ifMatch, Function<Alert, AlertStep> action) {
        Alert alert = alerts.held(id).orElseThrow(NotFound::new);
        if (ifMatch != null && !ifMatch.equals("*")) {
            new EntityTag(alert.version()).mustMatch(ifMatch);
        }
        telling.tell(alert, action.apply(alert));
    }
}
