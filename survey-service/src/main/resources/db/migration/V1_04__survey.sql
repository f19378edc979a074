-- What is being worked on; what customers see are the rows of survey_version.
CREATE TABLE IF NOT EXISTS survey (
    survey_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    title VARCHAR(120) NOT NULL,
    subject VARCHAR(120) NOT NULL,
    metric VARCHAR(8) NOT NULL,
    scale_key VARCHAR(8) NOT NULL,
    positive_from INT NOT NULL,
    positive_to INT NOT NULL,
    negative_from INT NOT NULL,
    negative_to INT NOT NULL,
    default_language VARCHAR(2) NOT NULL,
    state VARCHAR(16) NOT NULL,
    published_version INT NOT NULL,
    version INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (survey_key)
);
