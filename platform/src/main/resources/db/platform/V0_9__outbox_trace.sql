-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'outbox' AND column_name = 'trace_parent'),
    'DO 0',
    'ALTER TABLE outbox ADD COLUMN trace_parent VARCHAR(55) NULL COMMENT ''what it belongs to, as the header of the W3C''');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
