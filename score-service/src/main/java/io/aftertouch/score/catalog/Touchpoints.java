package io.aftertouch.score.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The service's own copy of all touchpoints, each with the number under which its answers are tallied. */
@ApplicationScoped
public class Touchpoints {

    private static final String COLUMNS =
            "id, touchpoint_key, name, stage, stage_name, stage_position, position, channel, retired";

    private final Database database;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    Touchpoints(Database database) {
        this.database = database;
    }

    /** The number of this touchpoint. One that has not been announced yet gets a row that the announcement will fill. */
    public int idOf(String key) {
        return ids.computeIfAbsent(
                key, unseen -> QuarkusTransaction.requiringNew().call(() -> intern(unseen)));
    }

    /** Keeps what was announced, unless something newer is kept already. */
    public void save(TouchpointSaved event) {
        database.run(
                """
                INSERT INTO touchpoint (touchpoint_key, name, stage, stage_name, stage_position, position, channel, retired, saved_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    name = IF(saved_at > VALUES(saved_at), name, VALUES(name)),
                    stage = IF(saved_at > VALUES(saved_at), stage, VALUES(stage)),
                    stage_name = IF(saved_at > VALUES(saved_at), stage_name, VALUES(stage_name)),
                    stage_position = IF(saved_at > VALUES(saved_at), stage_position, VALUES(stage_position)),
                    position = IF(saved_at > VALUES(saved_at), position, VALUES(position)),
                    channel = IF(saved_at > VALUES(saved_at), channel, VALUES(channel)),
                    retired = IF(saved_at > VALUES(saved_at), retired, VALUES(retired)),
                    saved_at = IF(saved_at > VALUES(saved_at), saved_at, VALUES(saved_at))
                """,
                event.key(),
                event.name(),
                event.stage(),
                event.stageName(),
                event.stagePosition(),
                event.position(),
                event.channel(),
                event.retired(),
                event.savedAt());
    }

    /**
     * @param field of the request that names the touchpoint
     * @throws UnknownTouchpoint when there is none with this key
     */
    public void mustKnow(String field, String key) {
        if (find(key).isEmpty()) {
            throw new UnknownTouchpoint(field, key);
        }
    }

    public List<Touchpoint> all() {
        return database.rows(
                "SELECT " + COLUMNS + " FROM touchpoint ORDER BY touchpoint_key",
                row -> new Touchpoint(
                        row.getInt("id"),
                        row.getString("touchpoint_key"),
                        row.getString("name"),
                        row.getString("stage"),
                        row.getString("stage_name"),
                        row.getObject("stage_position", Integer.class),
                        row.getObject("position", Integer.class),
                        row.getString("channel"),
                        row.getBoolean("retired")));
    }

    private int intern(String key) {
        return find(key).orElseGet(() -> {
            database.run(
                    "INSERT INTO touchpoint (touchpoint_key, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = id",
                    key,
                    key);
            return find(key).orElseThrow();
        });
    }

    private Optional<Integer> find(String key) {
        return database.row("SELECT id FROM touchpoint WHERE touchpoint_key = ?", row -> row.getInt(1), key);
    }
}
