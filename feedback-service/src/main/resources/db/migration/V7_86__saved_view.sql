CREATE TABLE IF NOT EXISTS saved_view (
  id         BINARY(16) NOT NULL,
  owner      VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
  shared     BOOLEAN NOT NULL,
  name       VARCHAR(80) NOT NULL,
  query      VARCHAR(1000) COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_saved_view PRIMARY KEY (id),
  INDEX ix_saved_view_owner (owner),
  INDEX ix_saved_view_shared (shared)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
