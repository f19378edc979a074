-- Whoever is erased is taken out of what was told about them. Can run twice: neither MySQL nor its DDL transaction knows ADD INDEX IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'outbox' AND index_name = 'ix_outbox_key'),
    'DO 0',
    'ALTER TABLE outbox ADD INDEX ix_outbox_key (event_key)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
