-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'review_case' AND column_name = 'team'),
    'DO 0',
    'ALTER TABLE review_case
        ADD COLUMN flags JSON NULL,
        ADD COLUMN team VARCHAR(64) COLLATE utf8mb4_bin NULL,
        ADD INDEX ix_review_case_team (team, is_open, due_at, id)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
