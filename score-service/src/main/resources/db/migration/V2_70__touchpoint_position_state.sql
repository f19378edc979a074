-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'touchpoint' AND column_name = 'position'),
    'DO 0',
    'ALTER TABLE touchpoint
        ADD COLUMN position INT NULL,
        ADD COLUMN retired BOOLEAN NOT NULL DEFAULT FALSE');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
