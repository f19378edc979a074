-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'review_case' AND column_name = 'first_taken_at'),
    'DO 0',
    'ALTER TABLE review_case
        ADD COLUMN first_taken_at DATETIME(6) NULL,
        ADD COLUMN taken_in_time BOOLEAN NULL,
        ADD COLUMN first_contact_at DATETIME(6) NULL,
        ADD INDEX ix_review_case_opened (opened_at)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
