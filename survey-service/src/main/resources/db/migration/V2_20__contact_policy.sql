-- One row, or none while the configured policy holds.
CREATE TABLE IF NOT EXISTS contact_policy (
    id INT NOT NULL,
    quarantine_seconds BIGINT NOT NULL,
    same_nps_survey_seconds BIGINT NOT NULL,
    surveys LONGTEXT NOT NULL,
    daily_cap INT NULL,
    quiet_from VARCHAR(5) NULL,
    quiet_to VARCHAR(5) NULL,
    countries LONGTEXT NOT NULL,
    other_countries VARCHAR(32) NOT NULL,
    version INT NOT NULL,
    changed_by VARCHAR(190) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
);
