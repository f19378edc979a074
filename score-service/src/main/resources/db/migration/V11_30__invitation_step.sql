-- How far each invitation has come, as a set of bits. Where and when it was scheduled is null until that was heard; heard_at is when anything was heard first.
CREATE TABLE IF NOT EXISTS invitation_step (
    id            BINARY(16) NOT NULL,
    touchpoint_id INT UNSIGNED NULL,
    day           DATE NULL,
    steps         TINYINT UNSIGNED NOT NULL,
    heard_at      DATETIME(6) NOT NULL,
    CONSTRAINT invitation_step_pk PRIMARY KEY (id),
    INDEX invitation_step_heard_ix (heard_at)
);
