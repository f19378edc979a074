CREATE TABLE IF NOT EXISTS link_opening (
  invitation_id BINARY(16) NOT NULL,
  link          VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  opened_at     DATETIME(6) NOT NULL,
  head          BOOLEAN NOT NULL,
  CONSTRAINT pk_link_opening PRIMARY KEY (invitation_id, link),
  INDEX ix_link_opening_opened (opened_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
