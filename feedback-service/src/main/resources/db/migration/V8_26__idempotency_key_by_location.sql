-- The remembered answer of a request holds what it made. Can run twice: neither MySQL nor its DDL transaction knows ADD INDEX IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'idempotency_key' AND index_name = 'ix_idempotency_key_location'),
    'DO 0',
    'ALTER TABLE idempotency_key ADD INDEX ix_idempotency_key_location (location(191))');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
