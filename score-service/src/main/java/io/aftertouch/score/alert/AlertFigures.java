package io.aftertouch.score.alert;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.figure.Figure;
import io.aftertouch.platform.figure.Figures;

/** How many alerts there are. */
@Singleton
class AlertFigures implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.by(
                        "state",
                        "aftertouch.alerts",
                        "Alerts by state; an open one lasts",
                        Stream.of(AlertState.values())
                                .map("SELECT '%1$s', COUNT(*) FROM alert WHERE state = '%1$s'"::formatted)
                                .collect(Collectors.joining(" UNION ALL "))),
                Figure.of(
                        "aftertouch.alerts.unacknowledged",
                        "Open alerts that nobody has said to look after",
                        "SELECT COUNT(*) FROM alert WHERE state = 'OPEN' AND acknowledged_at IS NULL"));
    }
}
