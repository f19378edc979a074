CREATE TABLE IF NOT EXISTS response_segment (
  dimension   VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  value       VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  response_id BINARY(16) NOT NULL,
  CONSTRAINT pk_response_segment PRIMARY KEY (dimension, value, answered_at, response_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
