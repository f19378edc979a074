CREATE TABLE IF NOT EXISTS parked_message (
    id         BINARY(16)   NOT NULL,
    topic      VARCHAR(200) NOT NULL,
    part       INT          NOT NULL,
    position   BIGINT       NOT NULL,
    event_id   VARCHAR(100) NULL,
    event_key  VARCHAR(400) NULL,
    type       VARCHAR(100) NULL,
    payload    MEDIUMBLOB   NULL,
    reason     VARCHAR(500) NOT NULL,
    parked_at  DATETIME(6)  NOT NULL,
    retried_at DATETIME(6)  NULL,
    CONSTRAINT parked_message_pk PRIMARY KEY (id),
    CONSTRAINT parked_message_position UNIQUE (topic, part, position)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Messages that could not be applied, with the reason';
