-- What waits to be judged again, by the decision that deferred it. next_attempt_at is both the time to judge it and the lease of whoever is at it.
CREATE TABLE IF NOT EXISTS deferral (
    id BINARY(16) NOT NULL,
    event_id BINARY(16) NOT NULL,
    rule_id BINARY(16) NOT NULL,
    respondent_ref VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    due_at DATETIME(6) NOT NULL,
    deadline_at DATETIME(6) NOT NULL,
    next_attempt_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_deferral_decision FOREIGN KEY (id) REFERENCES decision (id),
    INDEX ix_deferral_due (next_attempt_at),
    INDEX ix_deferral_respondent (respondent_ref, due_at)
);
