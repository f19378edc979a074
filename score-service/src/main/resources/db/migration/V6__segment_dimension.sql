-- One row per dimension: locked while a new value of it is admitted, so that no more than the allowed number ever are.
CREATE TABLE IF NOT EXISTS segment_dimension (
    name VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT segment_dimension_pk PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4;
