CREATE TABLE IF NOT EXISTS idempotency_key (
    caller       VARCHAR(100) NOT NULL,
    value        VARCHAR(200) NOT NULL,
    request_hash BINARY(32)   NOT NULL,
    status       SMALLINT     NULL COMMENT 'null only inside the transaction that makes the effect',
    body         MEDIUMTEXT   NULL,
    location     VARCHAR(500) NULL,
    created_at   DATETIME(6)  NOT NULL,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (caller, value),
    INDEX idempotency_key_created_at (created_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
