-- Whether somebody opted out of everything, kept beside the respondent so that it can be searched for; and an index for each way to search.
-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'respondent' AND column_name = 'opted_out'),
    'DO 0',
    'ALTER TABLE respondent
        ADD COLUMN opted_out BOOLEAN NOT NULL DEFAULT FALSE,
        ADD INDEX ix_respondent_opted_out (opted_out, ref),
        ADD INDEX ix_respondent_country (country, ref),
        ADD INDEX ix_respondent_name (name, ref)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
