package io.aftertouch.score.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.GoodEnd;
import io.aftertouch.score.metric.Scale;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The service's own copy of all published survey versions, each with the number under which its answers are tallied. */
@ApplicationScoped
public class SurveyVersions {

    private static final String INSERT = """
            INSERT INTO survey_version (survey_key, version, title, metric, scale_key, scale_min, scale_max,
                positive_from, positive_to, negative_from, negative_to, good_end, published_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private record Label(String key, int version) {}

    private final Database database;
    private final Map<Label, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> firstOnScale = new ConcurrentHashMap<>();

    SurveyVersions(Database database) {
        this.database = database;
    }

    /** The number of this version. One that has not been announced yet is taken to have the bands that its scale ships with. */
    public int idOf(String key, int version, Scale standard) {
        return ids.computeIfAbsent(new Label(key, version), unseen -> QuarkusTransaction.requiringNew()
                .call(() -> intern(unseen, standard)));
    }

    /** The number of the first version whose answers are given on a scale of the same key; its bands may be others. */
    public int firstOnTheScaleOf(int version) {
        return firstOnScale.computeIfAbsent(version, unseen -> database.row(
                        "SELECT o.id FROM survey_version v JOIN survey_version o ON o.scale_key = v.scale_key WHERE v.id = ? ORDER BY o.id LIMIT 1",
                        row -> row.getInt(1),
                        unseen)
                .orElseThrow());
    }

    /** Keeps what was announced. A published version never changes, so only what was guessed from answers is overwritten. */
    public void save(SurveyPublished event) {
        String title = event.title() == null ? event.key() : event.title();
        database.run(
                INSERT + """
                        ON DUPLICATE KEY UPDATE title = VALUES(title), metric = VALUES(metric),
                            scale_key = VALUES(scale_key), scale_min = VALUES(scale_min), scale_max = VALUES(scale_max),
                            positive_from = VALUES(positive_from), positive_to = VALUES(positive_to),
                            negative_from = VALUES(negative_from), negative_to = VALUES(negative_to),
                            good_end = VALUES(good_end), published_at = VALUES(published_at)
                        """,
                parameters(new Label(event.key(), event.version()), title, event.scale(), event.publishedAt()));
    }

    public List<SurveyVersion> all() {
        return database.rows(
                "SELECT * FROM survey_version ORDER BY survey_key, version",
                row -> new SurveyVersion(
                        row.getInt("id"),
                        row.getString("survey_key"),
                        row.getInt("version"),
                        row.getString("title"),
                        scale(row)));
    }

    private int intern(Label label, Scale standard) {
        return find(label).orElseGet(() -> {
            database.run(INSERT + "ON DUPLICATE KEY UPDATE id = id", parameters(label, label.key(), standard, null));
            return find(label).orElseThrow();
        });
    }

    private Optional<Integer> find(Label label) {
        return database.row(
                "SELECT id FROM survey_version WHERE survey_key = ? AND version = ?",
                row -> row.getInt(1),
                label.key(),
                label.version());
    }

    private static Object[] parameters(Label label, String title, Scale scale, Instant publishedAt) {
        return new Object[] {
            label.key(),
            label.version(),
            title,
            scale.metric(),
            scale.key(),
            scale.min(),
            scale.max(),
            scale.positiveFrom(),
            scale.positiveTo(),
            scale.negativeFrom(),
            scale.negativeTo(),
            scale.goodEnd(),
            publishedAt
        };
    }

    private static Scale scale(ResultSet row) throws SQLException {
        return new Scale(
                row.getString("scale_key"),
                row.getInt("scale_min"),
                row.getInt("scale_max"),
                row.getInt("positive_from"),
                row.getInt("positive_to"),
                row.getInt("negative_from"),
                row.getInt("negative_to"),
                GoodEnd.valueOf(row.getString("good_end")));
    }
}
