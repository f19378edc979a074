-- Where a row was refused and why, without anything that stood in it.
CREATE TABLE IF NOT EXISTS respondent_import_refusal (
    id BIGINT NOT NULL AUTO_INCREMENT,
    import_id BINARY(16) NOT NULL,
    line BIGINT NOT NULL,
    field VARCHAR(64) NOT NULL,
    reason VARCHAR(300) NOT NULL,
    refused_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_respondent_import_refusal_import (import_id, id),
    INDEX ix_respondent_import_refusal_time (refused_at)
);
