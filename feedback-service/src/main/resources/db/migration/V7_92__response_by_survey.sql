-- Can run twice: neither MySQL nor its DDL transaction knows CREATE INDEX IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'response' AND index_name = 'ix_response_survey'),
    'DO 0',
    'CREATE INDEX ix_response_survey ON response (survey, answered_at, id)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
