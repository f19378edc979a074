-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'survey' AND column_name = 'own_texts'),
    'DO 0',
    'ALTER TABLE survey
        ADD COLUMN own_texts LONGTEXT NULL,
        ADD COLUMN edit_window_seconds BIGINT NOT NULL DEFAULT 86400,
        ADD COLUMN neutral_mail BOOLEAN NOT NULL DEFAULT TRUE,
        ADD COLUMN published_neutral BOOLEAN NOT NULL DEFAULT FALSE');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
