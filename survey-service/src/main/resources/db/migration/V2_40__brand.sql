-- How customers recognise the company: one row, since one installation serves one organisation.
CREATE TABLE IF NOT EXISTS brand (
    id TINYINT NOT NULL,
    name VARCHAR(120) NULL,
    accent VARCHAR(7) NULL,
    logo_type VARCHAR(16) NULL,
    logo_data TEXT NULL COMMENT 'Base64 of at most 7 kB',
    logo_width INT NULL,
    logo_height INT NULL,
    version INT NOT NULL,
    changed_at DATETIME(6) NULL,
    PRIMARY KEY (id)
);
