CREATE TABLE IF NOT EXISTS public_link (
  code         VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  survey       VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  touchpoint   VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  segments     JSON NOT NULL,
  is_open      BOOLEAN NOT NULL,
  active_until DATETIME(6) NULL,
  saved_at     DATETIME(6) NOT NULL,
  CONSTRAINT pk_public_link PRIMARY KEY (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
