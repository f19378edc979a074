package io.aftertouch.score.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The channels on which answers came in, each with the number under which they are tallied. */
@ApplicationScoped
public class Channels {

    private final Database database;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    Channels(Database database) {
        this.database = database;
    }

    public int idOf(String name) {
        return ids.computeIfAbsent(
                name, unseen -> QuarkusTransaction.requiringNew().call(() -> intern(unseen)));
    }

    /** The names of all channels by their numbers. */
    public Map<Integer, String> all() {
        return database.rows("SELECT id, name FROM channel", row -> Map.entry(row.getInt(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int intern(String name) {
        return find(name).orElseGet(() -> {
            database.run("INSERT INTO channel (name) VALUES (?) ON DUPLICATE KEY UPDATE id = id", name);
            return find(name).orElseThrow();
        });
    }

    private Optional<Integer> find(String name) {
        return database.row("SELECT id FROM channel WHERE name = ?", row -> row.getInt(1), name);
    }
}
