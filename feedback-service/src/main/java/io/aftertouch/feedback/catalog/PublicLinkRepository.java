package io.aftertouch.feedback.catalog;

import java.sql.PreparedStatement;
import java.time.LocalDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import static java.time.ZoneOffset.UTC;

/** The public links that survey-service announced. */
@ApplicationScoped
class PublicLinkRepository implements PanacheRepositoryBase<PublicLink, String> {

    /** The newer state wins, whichever comes first; the time is assigned last since the others are compared with it. */
    private static final String KEEP_NEWEST = """
            INSERT INTO public_link (code, survey, touchpoint, segments, is_open, active_until, saved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              survey = IF(VALUES(saved_at) >= saved_at, VALUES(survey), survey),
              touchpoint = IF(VALUES(saved_at) >= saved_at, VALUES(touchpoint), touchpoint),
              segments = IF(VALUES(saved_at) >= saved_at, VALUES(segments), segments),
              is_open = IF(VALUES(saved_at) >= saved_at, VALUES(is_open), is_open),
              active_until = IF(VALUES(saved_at) >= saved_at, VALUES(active_until), active_until),
              saved_at = GREATEST(VALUES(saved_at), saved_at)
            """;

    void keepNewest(List<PublicLinkSaved> events) {
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(KEEP_NEWEST)) {
                for (PublicLinkSaved event : events) {
                    insert.setString(1, event.code());
                    insert.setString(2, event.survey());
                    insert.setString(3, event.touchpoint());
                    insert.setString(4, Labels.toJson(event.segments()));
                    insert.setBoolean(5, event.open());
                    insert.setObject(
                            6, event.activeUntil() == null ? null : LocalDateTime.ofInstant(event.activeUntil(), UTC));
                    insert.setObject(7, LocalDateTime.ofInstant(event.savedAt(), UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }
}
