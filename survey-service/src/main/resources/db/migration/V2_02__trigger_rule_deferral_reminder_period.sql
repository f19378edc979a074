-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'trigger_rule' AND column_name = 'defer_up_to_seconds'),
    'DO 0',
    'ALTER TABLE trigger_rule
        ADD COLUMN defer_up_to_seconds BIGINT NULL,
        ADD COLUMN reminder_after_seconds BIGINT NULL,
        ADD COLUMN active_from DATETIME(6) NULL,
        ADD COLUMN active_until DATETIME(6) NULL');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
