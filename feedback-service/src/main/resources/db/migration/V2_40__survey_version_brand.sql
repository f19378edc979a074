-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
  EXISTS (
    SELECT 1 FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'survey_version' AND column_name = 'brand'),
  'DO 0',
  'ALTER TABLE survey_version
    ADD COLUMN brand JSON NULL,
    ADD COLUMN edit_window_seconds BIGINT NOT NULL DEFAULT 86400');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
