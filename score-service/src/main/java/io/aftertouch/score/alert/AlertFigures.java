package io.aftertouch.score.alert;

import java.util.List;

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
                        "SELECT state, COUNT(*) FROM alert GROUP BY state"),
                Figure.of(
                        "aftertouch.alerts.unacknowledged",
                        "Open alerts that nobody has said to look after",
                        "SELECT COUNT(*) FROM alert WHERE state = 'OPEN' AND acknowledged_at IS NULL"));
    }
}
