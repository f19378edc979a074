-- Can run twice: neither MySQL nor its DDL transaction knows ADD INDEX IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'review_case' AND index_name = 'ix_review_case_state_due'),
    'DO 0',
    'ALTER TABLE review_case
        ADD INDEX ix_review_case_state_due (state, due_at, id),
        ADD INDEX ix_review_case_touchpoint_due (touchpoint, is_open, due_at, id),
        ADD INDEX ix_review_case_assignee_due (assignee, is_open, due_at, id)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
