-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS. What was deferred is superseded by the decision that replaces it;
-- the coverage counts what is not, from its index alone.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'decision' AND column_name = 'profile_id'),
    'DO 0',
    'ALTER TABLE decision
        ADD COLUMN profile_id BINARY(16) NULL,
        ADD COLUMN replaces_id BINARY(16) NULL,
        ADD COLUMN superseded_at DATETIME(6) NULL,
        ADD CONSTRAINT uq_decision_replaces UNIQUE (replaces_id),
        ADD INDEX ix_decision_rule (rule_id, decided_at, id),
        ADD INDEX ix_decision_survey (survey_key, decided_at, id),
        ADD INDEX ix_decision_reason (reason, decided_at, id),
        ADD INDEX ix_decision_coverage (decided_at, superseded_at, touchpoint_key, profile_id, outcome, reason, invitation_id)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
