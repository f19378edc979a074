CREATE TABLE IF NOT EXISTS api_key (
    id           VARCHAR(32)  NOT NULL,
    name         VARCHAR(100) NOT NULL,
    secret_hash  BINARY(32)   NOT NULL COMMENT 'SHA-256 of the secret part',
    scopes       VARCHAR(300) NOT NULL COMMENT 'separated by blanks',
    created_at   DATETIME(6)  NOT NULL,
    expires_at   DATETIME(6)  NULL,
    revoked_at   DATETIME(6)  NULL,
    last_used_at DATETIME(6)  NULL,
    CONSTRAINT api_key_pk PRIMARY KEY (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
