-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'respondent' AND column_name = 'country'),
    'DO 0',
    'ALTER TABLE respondent
        ADD COLUMN country VARCHAR(2) NULL,
        ADD COLUMN time_zone VARCHAR(64) NULL,
        ADD COLUMN consent_basis VARCHAR(64) NULL,
        ADD COLUMN consent_source VARCHAR(120) NULL,
        ADD COLUMN consent_at DATETIME(6) NULL,
        ADD COLUMN email_bounced_at DATETIME(6) NULL');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
