-- Who asked to be erased, until somebody carries it out or sets it aside.
CREATE TABLE IF NOT EXISTS erasure_request (
    respondent_ref VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    PRIMARY KEY (respondent_ref),
    INDEX ix_erasure_request_asked (asked_at, respondent_ref)
);
