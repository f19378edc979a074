SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'relay_lease' AND column_name = 'broker'),
    'DO 0',
    'ALTER TABLE relay_lease ADD COLUMN broker VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT \'which one events were told to\'');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
