CREATE TABLE IF NOT EXISTS response_revision (
  response_id BINARY(16) NOT NULL,
  revision    INT NOT NULL,
  score       INT NOT NULL,
  band        VARCHAR(8) COLLATE utf8mb4_bin NOT NULL,
  comment     TEXT NULL,
  said_at     DATETIME(6) NOT NULL,
  CONSTRAINT pk_response_revision PRIMARY KEY (response_id, revision)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
