CREATE TABLE IF NOT EXISTS touchpoint (
  touchpoint_key VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  name           VARCHAR(200) NOT NULL,
  stage          VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  stage_name     VARCHAR(200) NOT NULL,
  stage_position INT NOT NULL,
  channel        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  saved_at       DATETIME(6) NOT NULL,
  CONSTRAINT pk_touchpoint PRIMARY KEY (touchpoint_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
