-- Until when the receiver of a webhook wants to be left alone, as it said by Retry-After. Can run twice.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'webhook_health' AND column_name = 'rests_until'),
    'DO 0',
    'ALTER TABLE webhook_health ADD COLUMN rests_until DATETIME(6) NULL');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
