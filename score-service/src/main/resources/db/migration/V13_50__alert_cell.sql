-- The alarmed cells that one alert tells of. A cell belongs to one alert at most: what is alarmed anew belongs to the alert of its place that explains it.
CREATE TABLE IF NOT EXISTS alert_cell (
    cell_id  INT UNSIGNED NOT NULL,
    alert_id BINARY(16) NOT NULL,
    CONSTRAINT alert_cell_pk PRIMARY KEY (cell_id),
    CONSTRAINT alert_cell_alert_fk FOREIGN KEY (alert_id) REFERENCES alert (id),
    CONSTRAINT alert_cell_cell_fk FOREIGN KEY (cell_id) REFERENCES watch_cell (id)
) DEFAULT CHARSET = utf8mb4;
