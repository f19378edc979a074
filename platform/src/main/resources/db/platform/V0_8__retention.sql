CREATE TABLE IF NOT EXISTS retention (
    kind       VARCHAR(64) NOT NULL,
    due_at     DATETIME(6) NOT NULL COMMENT 'of the next round',
    held_until DATETIME(6) NOT NULL COMMENT 'lease of whoever is at it',
    done       BINARY(16)  NULL COMMENT 'what has been gone through',
    under_way  BIGINT      NOT NULL COMMENT 'forgotten so far in this round',
    ran_at     DATETIME(6) NULL,
    forgotten  BIGINT      NOT NULL COMMENT 'in the last round',
    CONSTRAINT retention_pk PRIMARY KEY (kind)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'How far each kind of data about people has been gone through';
