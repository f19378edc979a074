-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'response' AND column_name = 'first_score'),
    'DO 0',
    'ALTER TABLE response
        ADD COLUMN first_score INT NULL,
        ADD COLUMN revised_at DATETIME(6) NULL,
        ADD COLUMN withdrawn_at DATETIME(6) NULL');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
