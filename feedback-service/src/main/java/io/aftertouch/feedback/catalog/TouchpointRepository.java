package io.aftertouch.feedback.catalog;

import java.sql.PreparedStatement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import static java.time.ZoneOffset.UTC;

/** The touchpoints that survey-service announced. */
@ApplicationScoped
class TouchpointRepository implements PanacheRepositoryBase<Touchpoint, String> {

    /** The newer state wins, whichever comes first; the time is assigned last since the others are compared with it. */
    private static final String KEEP_NEWEST = """
            INSERT INTO touchpoint (touchpoint_key, name, stage, stage_name, stage_position, position, channel, saved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              name = IF(VALUES(saved_at) >= saved_at, VALUES(name), name),
              stage = IF(VALUES(saved_at) >= saved_at, VALUES(stage), stage),
              stage_name = IF(VALUES(saved_at) >= saved_at, VALUES(stage_name), stage_name),
              stage_position = IF(VALUES(saved_at) >= saved_at, VALUES(stage_position), stage_position),
              position = IF(VALUES(saved_at) >= saved_at, VALUES(position), position),
              channel = IF(VALUES(saved_at) >= saved_at, VALUES(channel), channel),
              saved_at = GREATEST(VALUES(saved_at), saved_at)
            """;

    void keepNewest(List<TouchpointSaved> events) {
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(KEEP_NEWEST)) {
                for (TouchpointSaved event : events) {
                    insert.setString(1, event.key());
                    insert.setString(2, event.name());
                    insert.setString(3, event.stage());
                    insert.setString(4, event.stageName());
                    insert.setInt(5, event.stagePosition());
                    insert.setInt(6, Objects.requireNonNullElse(event.position(), 0));
                    insert.setString(7, event.channel());
                    insert.setObject(8, LocalDateTime.ofInstant(event.savedAt(), UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    List<Touchpoint> inJourneyOrder() {
        return list("order by stagePosition, position, name, key");
    }
}
