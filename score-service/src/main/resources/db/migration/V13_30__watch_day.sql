-- How high the evidence of a watched cell stood at the end of a day, and at its highest, in steps of which unit make one answer.
CREATE TABLE IF NOT EXISTS watch_day (
    cell_id  INT UNSIGNED NOT NULL,
    day      DATE NOT NULL,
    level    INT NOT NULL,
    peak     INT NOT NULL,
    limit_at INT NOT NULL,
    unit     INT NOT NULL,
    CONSTRAINT watch_day_pk PRIMARY KEY (cell_id, day),
    INDEX watch_day_day_ix (day)
) DEFAULT CHARSET = utf8mb4;
