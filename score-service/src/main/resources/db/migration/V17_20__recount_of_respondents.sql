-- Whether a recount brings back what single respondents answered, and how many such answers it brought back. Can run twice.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'recount_run' AND column_name = 'respondents'),
    'DO 0',
    'ALTER TABLE recount_run
        ADD COLUMN respondents BOOLEAN NOT NULL DEFAULT FALSE,
        ADD COLUMN restored BIGINT NOT NULL DEFAULT 0');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
