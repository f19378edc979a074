package io.aftertouch.platform.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.retry.SqlFailures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/**
 * Reads the figures now and then, and shows the last ones that it read: whoever asks for metrics gets them at once, also when the database answers
 * nobody. What cannot be read is not a number rather than an old one.
 */
@ApplicationScoped
public class FigureBoard {

    private static final Logger LOG = Logger.getLogger(FigureBoard.class);

    private record Place(String figure, String label) {}

    private final List<Figure> figures;
    private final DataSource database;
    private final MeterRegistry meters;
    private final Set<Place> shown = ConcurrentHashMap.newKeySet();
    private volatile Map<Place, Double> values = Map.of();
    private volatile boolean away;

    FigureBoard(@All List<Figures> features, DataSource database, MeterRegistry meters) {
        this.figures =
                features.stream().flatMap(feature -> feature.figures().stream()).toList();
        this.database = database;
        this.meters = meters;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Map<Place, Double> read = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            for (Figure figure : figures) {
                read(connection, figure, read);
            }
        } catch (SQLException e) {
            if (!away) {
                LOG.warnf("Figures for operators cannot be read: %s", SqlFailures.describe(e));
            }
            away = true;
            return;
        }
        values = read;
        away = false;
        figures.forEach(figure -> read.keySet().stream()
                .filter(place -> place.figure().equals(figure.name()) && shown.add(place))
                .forEach(place -> show(figure, place)));
    }

    private static void read(Connection connection, Figure figure, Map<Place, Double> read) throws SQLException {
        try (var select = connection.prepareStatement(figure.sql());
                var rows = select.executeQuery()) {
            while (rows.next()) {
                String label = figure.label().isPresent() ? rows.getString(1) : "";
                read.put(
                        new Place(figure.name(), label),
                        rows.getDouble(figure.label().isPresent() ? 2 : 1));
            }
        }
    }

    private void show(Figure figure, Place place) {
        Gauge.builder(figure.name(), () -> away ? Double.NaN : values.getOrDefault(place, 0.0))
                .description(figure.what())
                .tags(figure.label().map(label -> Tags.of(label, place.label())).orElseGet(Tags::empty))
                .register(meters);
    }

    /** Whether the database did not answer when the figures were read last. */
    boolean isAway() {
        return away;
    }
}
