-- How the receiver of each webhook answered last, and since when it has taken nothing.
CREATE TABLE IF NOT EXISTS webhook_health (
    webhook_id    BINARY(16)  NOT NULL,
    failing_since DATETIME(6) NULL,
    last_at       DATETIME(6) NOT NULL,
    last_outcome  VARCHAR(16) NOT NULL,
    last_status   INT         NULL,
    CONSTRAINT webhook_health_pk PRIMARY KEY (webhook_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
