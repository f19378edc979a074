package io.aftertouch.platform.outbox;

import java.util.List;

import jakarta.inject.Singleton;

import io.aftertouch.platform.figure.Figure;
import io.aftertouch.platform.figure.Figures;

/** How far telling lags behind what happens. */
@Singleton
class OutboxFigures implements Figures {

    private static final String UNSENT = "outbox WHERE shard = 0 AND sent_at IS NULL";

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(
                        "aftertouch.outbox.waiting",
                        "Events that the other services have not been told yet",
                        "SELECT COUNT(*) FROM " + UNSENT),
                Figure.of(
                        "aftertouch.outbox.oldest.age.seconds",
                        "How long the first of them has been waiting",
                        "SELECT GREATEST(0, COALESCE((SELECT TIMESTAMPDIFF(MICROSECOND, created_at, UTC_TIMESTAMP(6)) FROM "
                                + UNSENT + " ORDER BY seq LIMIT 1), 0)) / 1000000"));
    }
}
