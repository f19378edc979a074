-- What colleagues wrote to respondents about their answers. The words stand here only until the mail server has them.
CREATE TABLE IF NOT EXISTS reply (
    id BINARY(16) NOT NULL,
    case_id BINARY(16) NOT NULL,
    respondent_ref VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    invitation_id BINARY(16) NULL,
    survey_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    survey_version INT NOT NULL,
    language VARCHAR(2) NOT NULL,
    subject VARCHAR(200) NULL,
    text TEXT NULL,
    answered_at DATETIME(6) NOT NULL,
    state VARCHAR(16) NOT NULL,
    reason VARCHAR(32) NULL,
    mailbox VARCHAR(254) NULL,
    attempts INT NOT NULL,
    next_attempt_at DATETIME(6) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    settled_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    INDEX ix_reply_due (state, next_attempt_at),
    INDEX ix_reply_respondent (respondent_ref)
);
