-- Receivers outside that are told of what happens. Types and touchpoints stand with blanks in between; secrets are derived from their numbers.
CREATE TABLE IF NOT EXISTS webhook (
    id              BINARY(16)    NOT NULL,
    name            VARCHAR(120)  NOT NULL,
    url             VARCHAR(2000) NOT NULL,
    types           VARCHAR(1000) NOT NULL,
    touchpoints     VARCHAR(4000) NOT NULL,
    format          VARCHAR(16)   NOT NULL,
    state           VARCHAR(16)   NOT NULL,
    disabled_reason VARCHAR(300)  NULL,
    disabled_at     DATETIME(6)   NULL,
    secret_number   INT           NOT NULL,
    signs_from      INT           NOT NULL,
    overlap_until   DATETIME(6)   NULL,
    request_hash    BINARY(32)    NULL,
    version         INT           NOT NULL,
    created_by      VARCHAR(190)  NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    changed_at      DATETIME(6)   NOT NULL,
    CONSTRAINT webhook_pk PRIMARY KEY (id),
    CONSTRAINT webhook_request UNIQUE (request_hash)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
