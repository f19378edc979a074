-- The ledger: one row for every rule judged for an event, and one without a rule when none waits at the touchpoint.
CREATE TABLE IF NOT EXISTS decision (
    id BINARY(16) NOT NULL,
    event_id BINARY(16) NOT NULL,
    touchpoint_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    respondent_ref VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    rule_id BINARY(16) NULL,
    survey_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    outcome VARCHAR(16) NOT NULL,
    reason VARCHAR(32) NOT NULL,
    free_at DATETIME(6) NULL,
    invitation_id BINARY(16) NULL,
    decided_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_decision_event FOREIGN KEY (event_id) REFERENCES touchpoint_event (id),
    CONSTRAINT fk_decision_invitation FOREIGN KEY (invitation_id) REFERENCES invitation (id),
    INDEX ix_decision_time (decided_at, id),
    INDEX ix_decision_respondent (respondent_ref, decided_at, id),
    INDEX ix_decision_touchpoint (touchpoint_key, decided_at, id)
);
