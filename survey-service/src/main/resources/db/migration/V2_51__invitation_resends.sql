-- Can run twice: neither MySQL nor its DDL transaction knows ADD COLUMN IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'invitation' AND column_name = 'resends'),
    'DO 0',
    'ALTER TABLE invitation
        ADD COLUMN resends INT NOT NULL DEFAULT 0,
        ADD COLUMN reminder_attempts INT NOT NULL DEFAULT 0,
        ADD INDEX ix_invitation_rule (rule_id, id),
        ADD INDEX ix_invitation_touchpoint (touchpoint_key, id)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
