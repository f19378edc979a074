-- What a survey shows instead of the company's brand; what is NULL is the company's.
CREATE TABLE IF NOT EXISTS survey_brand (
    survey_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name VARCHAR(120) NULL,
    accent VARCHAR(7) NULL,
    logo_type VARCHAR(16) NULL,
    logo_data TEXT NULL COMMENT 'Base64 of at most 7 kB',
    logo_width INT NULL,
    logo_height INT NULL,
    version INT NOT NULL,
    changed_at DATETIME(6) NULL,
    PRIMARY KEY (survey_key),
    CONSTRAINT fk_survey_brand_survey FOREIGN KEY (survey_key) REFERENCES survey (survey_key)
);
