-- What is watched: a touchpoint on one of its scales, all of its respondents (dimension and value empty) or one segment of them.
CREATE TABLE IF NOT EXISTS watch_cell (
    id            INT UNSIGNED NOT NULL AUTO_INCREMENT,
    touchpoint_id INT UNSIGNED NOT NULL,
    scale         VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
    dimension     VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    value         VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT watch_cell_pk PRIMARY KEY (id),
    CONSTRAINT watch_cell_uk UNIQUE (touchpoint_id, scale, dimension, value)
) DEFAULT CHARSET = utf8mb4;
