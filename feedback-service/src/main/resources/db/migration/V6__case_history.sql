CREATE TABLE IF NOT EXISTS case_history (
  seq     BIGINT NOT NULL AUTO_INCREMENT,
  case_id BINARY(16) NOT NULL,
  step    VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  state   VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  actor   VARCHAR(128) COLLATE utf8mb4_bin NULL,
  text    TEXT NULL,
  at      DATETIME(6) NOT NULL,
  CONSTRAINT pk_case_history PRIMARY KEY (seq),
  INDEX ix_case_history_case (case_id, seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
