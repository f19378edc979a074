-- Published versions. A row never changes: definition is what survey.published announced.
CREATE TABLE IF NOT EXISTS survey_version (
    survey_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    number INT NOT NULL,
    definition LONGTEXT NOT NULL,
    published_by VARCHAR(190) NOT NULL,
    published_at DATETIME(6) NOT NULL,
    PRIMARY KEY (survey_key, number),
    CONSTRAINT fk_survey_version_survey FOREIGN KEY (survey_key) REFERENCES survey (survey_key)
);
