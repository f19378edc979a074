-- The service's own copy of the touchpoints. A row whose saved_at is null was met in an answer before it was announced.
CREATE TABLE IF NOT EXISTS touchpoint (
    id             INT UNSIGNED NOT NULL AUTO_INCREMENT,
    touchpoint_key VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    name           VARCHAR(300) NOT NULL,
    stage          VARCHAR(64) COLLATE utf8mb4_bin NULL,
    stage_name     VARCHAR(300) NULL,
    stage_position INT NULL,
    channel        VARCHAR(64) COLLATE utf8mb4_bin NULL,
    saved_at       DATETIME(6) NULL,
    CONSTRAINT touchpoint_pk PRIMARY KEY (id),
    CONSTRAINT touchpoint_key_uk UNIQUE (touchpoint_key)
) DEFAULT CHARSET = utf8mb4;
