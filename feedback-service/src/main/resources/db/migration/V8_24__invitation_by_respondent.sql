-- All that is kept of one person is found when it has to be told or forgotten. Can run twice: neither MySQL nor its DDL transaction knows ADD INDEX IF NOT EXISTS.
SET @change = IF(
    EXISTS (
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'invitation' AND index_name = 'ix_invitation_respondent'),
    'DO 0',
    'ALTER TABLE invitation ADD INDEX ix_invitation_respondent (respondent_ref)');
PREPARE change_once FROM @change;
EXECUTE change_once;
DEALLOCATE PREPARE change_once;
