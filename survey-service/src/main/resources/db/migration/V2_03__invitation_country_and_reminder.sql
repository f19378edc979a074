-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'invitation' AND column_name = 'country'),
    'DO 0',
    'ALTER TABLE invitation
        ADD COLUMN country VARCHAR(2) NULL,
        ADD COLUMN reminder_at DATETIME(6) NULL,
        ADD COLUMN reminded_at DATETIME(6) NULL');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
