CREATE TABLE IF NOT EXISTS outbox (
    seq        BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'order of sending',
    id         BINARY(16)   NOT NULL COMMENT 'ce_id',
    shard      SMALLINT     NOT NULL DEFAULT 0,
    topic      VARCHAR(100) NOT NULL COMMENT 'without the prefix of the installation',
    event_key  VARCHAR(200) NOT NULL,
    type       VARCHAR(100) NOT NULL,
    payload    MEDIUMTEXT   NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    sent_at    DATETIME(6)  NULL,
    CONSTRAINT outbox_pk PRIMARY KEY (seq),
    CONSTRAINT outbox_id UNIQUE (id),
    INDEX outbox_unsent (shard, sent_at, seq)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
