-- The cell that was found to explain an alert, which may be told of another one while it ends; null of alerts from before. Can run twice.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'alert' AND column_name = 'cause_id'),
    'DO 0',
    'ALTER TABLE alert ADD COLUMN cause_id INT NULL');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
