-- Whom nobody heard of for long is found by the month; an index on the time itself would be written with every event. Can run twice: neither MySQL
-- nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'respondent' AND column_name = 'seen_month'),
    'DO 0',
    'ALTER TABLE respondent
        ADD COLUMN seen_month INT AS (YEAR(last_seen_at) * 12 + MONTH(last_seen_at)) VIRTUAL,
        ADD INDEX ix_respondent_seen_month (seen_month)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
