CREATE TABLE IF NOT EXISTS inbox_setting (
  name       VARCHAR(32) COLLATE utf8mb4_bin NOT NULL,
  version    INT NOT NULL,
  document   JSON NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
  CONSTRAINT pk_inbox_setting PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
