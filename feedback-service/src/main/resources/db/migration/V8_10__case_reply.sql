-- What colleagues wrote to customers. Personal: subject, text, and the name of whoever wrote it.
CREATE TABLE IF NOT EXISTS case_reply (
  id         BINARY(16) NOT NULL,
  case_id    BINARY(16) NOT NULL,
  author     VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
  language   VARCHAR(2) COLLATE utf8mb4_bin NOT NULL,
  subject    VARCHAR(200) NOT NULL,
  text       TEXT NOT NULL,
  state      VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  reason     VARCHAR(32) COLLATE utf8mb4_bin NULL,
  diagnostic VARCHAR(300) NULL,
  written_at DATETIME(6) NOT NULL,
  sent_at    DATETIME(6) NULL,
  settled_at DATETIME(6) NULL,
  CONSTRAINT pk_case_reply PRIMARY KEY (id),
  INDEX ix_case_reply_case (case_id, written_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
