-- Subjects are sealed from now on (docs/adr: erased and yet remembered); what stood there before is sealed by the service. respondent_ref stays
-- empty. Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'opt_out' AND column_name = 'by_whom'),
    'DO 0',
    'ALTER TABLE opt_out
        ADD COLUMN reason VARCHAR(200) NULL,
        ADD COLUMN source VARCHAR(120) NULL,
        ADD COLUMN by_whom VARCHAR(190) NULL');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
