-- Imports of respondents, also dry runs. The counters grow with each group of rows, in its transaction, so that a crash leaves how far it came.
CREATE TABLE IF NOT EXISTS respondent_import (
    id BINARY(16) NOT NULL,
    file_name VARCHAR(200) NULL,
    content_hash VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    dry_run BOOLEAN NOT NULL,
    state VARCHAR(16) NOT NULL,
    ignored_columns VARCHAR(2000) NOT NULL,
    row_count BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    made BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    last_line BIGINT NOT NULL,
    started_by VARCHAR(190) NOT NULL,
    started_at DATETIME(6) NOT NULL,
    moved_at DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    INDEX ix_respondent_import_state (state, moved_at),
    INDEX ix_respondent_import_started (started_at)
);
