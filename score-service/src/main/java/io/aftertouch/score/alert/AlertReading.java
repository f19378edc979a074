package io.aftertouch.score.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.cusum.Cells;
import io.aftertouch.score.cusum.Cells.Standing;

/** Reads alerts with how their cells stand now. */
@ApplicationScoped
class AlertReading {

    private final AlertRepository alerts;
    private final Cells cells;
    private final Touchpoints touchpoints;

    AlertReading(AlertRepository alerts, Cells cells, Touchpoints touchpoints) {
        this.alerts = alerts;
        this.cells = cells;
        this.touchpoints = touchpoints;
    }

    /**
     * An alert as it stands.
     *
     * @param name of the touchpoint
     * @param standing of its cell while the alert is open and the cell alarmed
     * @param others the other alarmed cells that it tells of
     */
    record Read(Alert alert, String name, Optional<Standing> standing, List<Standing> others) {}

    List<Read> list(AlertRepository.Filter filter, String cursor, int limit) {
        Map<String, String> names = names();
        return alerts.list(filter, cursor, limit).stream()
                .map(alert -> read(alert, names))
                .toList();
    }

    Optional<Read> one(UUID id) {
        return alerts.findByIdOptional(id).map(alert -> read(alert, names()));
    }

    private Read read(Alert alert, Map<String, String> names) {
        List<Standing> alarmed = alert.isOpen()
                ? alerts.cellsOf(alert.id()).stream()
                        .flatMap(cell -> cells.standing(cell).stream())
                        .filter(Standing::alarmed)
                        .toList()
                : List.of();
        return new Read(
                alert,
                names.getOrDefault(alert.touchpoint(), alert.touchpoint()),
                alarmed.stream().filter(one -> one.id() == alert.cellId()).findFirst(),
                alarmed.stream().filter(one -> one.id() != alert.cellId()).toList());
    }

    private Map<String, String> names() {
        return touchpoints.all().stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
    }
}
