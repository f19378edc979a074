-- One message to one webhook about one event: WAITING → DELIVERED or FAILED, and WAITING again when it is replayed. Whoever sends it holds it by
-- leased_until. payload is what the standard format posts; about is the respondent whom it names.
CREATE TABLE IF NOT EXISTS webhook_message (
    id           BINARY(16)   NOT NULL,
    webhook_id   BINARY(16)   NOT NULL,
    event_id     BINARY(16)   NOT NULL,
    type         VARCHAR(64)  NOT NULL,
    about        VARCHAR(200) NULL,
    payload      MEDIUMTEXT   NOT NULL,
    state        VARCHAR(16)  NOT NULL,
    tries        INT          NOT NULL,
    due_at       DATETIME(6)  NOT NULL,
    leased_until DATETIME(6)  NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    CONSTRAINT webhook_message_pk PRIMARY KEY (id),
    CONSTRAINT webhook_message_event UNIQUE (webhook_id, event_id),
    INDEX webhook_message_due_ix (webhook_id, state, due_at),
    INDEX webhook_message_log_ix (webhook_id, id),
    INDEX webhook_message_state_ix (webhook_id, state, id),
    INDEX webhook_message_about_ix (about)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
