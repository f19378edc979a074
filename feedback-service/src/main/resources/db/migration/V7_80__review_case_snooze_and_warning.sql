-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'review_case' AND column_name = 'snoozed_until'),
    'DO 0',
    'ALTER TABLE review_case
        ADD COLUMN snoozed_until DATETIME(6) NULL,
        ADD COLUMN warn_at DATETIME(6) NULL,
        ADD INDEX ix_review_case_snoozed (state, snoozed_until)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
