CREATE TABLE IF NOT EXISTS touchpoint_event (
    id BINARY(16) NOT NULL,
    source VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source_id VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    touchpoint_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    respondent_ref VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    occurred_at DATETIME(6) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    segments LONGTEXT NOT NULL,
    attributes LONGTEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_touchpoint_event_source UNIQUE (source, source_id),
    INDEX ix_touchpoint_event_respondent (respondent_ref, occurred_at)
);
