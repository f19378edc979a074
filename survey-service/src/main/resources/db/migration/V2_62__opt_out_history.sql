-- Every act by which somebody was left alone or may be asked again. Without a touchpoint it is about all questions.
CREATE TABLE IF NOT EXISTS opt_out_history (
    id BINARY(16) NOT NULL,
    respondent_ref VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    act VARCHAR(16) NOT NULL,
    touchpoint_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    reason VARCHAR(200) NULL,
    source VARCHAR(120) NULL,
    by_whom VARCHAR(190) NOT NULL,
    at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_opt_out_history_respondent (respondent_ref, id)
);
