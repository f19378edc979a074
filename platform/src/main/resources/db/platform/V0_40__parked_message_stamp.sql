-- A broker that lost its log gives the same positions away again: the time by its own stamp tells two messages apart.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'parked_message' AND column_name = 'stamp'),
    'DO 0',
    'ALTER TABLE parked_message ADD COLUMN stamp BIGINT NOT NULL DEFAULT 0 COMMENT \'milliseconds since 1970, as the broker has it\' AFTER position');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;

SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'parked_message' AND index_name = 'parked_message_place'),
    'DO 0',
    'ALTER TABLE parked_message ADD CONSTRAINT parked_message_place UNIQUE (topic, part, position, stamp)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;

SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'parked_message' AND index_name = 'parked_message_position'),
    'ALTER TABLE parked_message DROP INDEX parked_message_position',
    'DO 0');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
