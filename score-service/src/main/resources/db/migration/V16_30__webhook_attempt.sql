-- The delivery log: each time a message was posted, and how its receiver answered.
CREATE TABLE IF NOT EXISTS webhook_attempt (
    id          BINARY(16)  NOT NULL,
    message_id  BINARY(16)  NOT NULL,
    attempted_at DATETIME(6) NOT NULL,
    outcome     VARCHAR(16) NOT NULL,
    status      INT         NULL,
    duration_ms INT         NOT NULL,
    reply       TEXT        NOT NULL,
    CONSTRAINT webhook_attempt_pk PRIMARY KEY (id),
    INDEX webhook_attempt_message_ix (message_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
