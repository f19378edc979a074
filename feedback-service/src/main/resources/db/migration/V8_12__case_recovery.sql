-- Customers who are asked again after their case was resolved, once per case, and what they answered.
CREATE TABLE IF NOT EXISTS case_recovery (
  case_id        BINARY(16) NOT NULL,
  respondent_ref VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
  touchpoint     VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  state          VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
  reason         VARCHAR(32) COLLATE utf8mb4_bin NULL,
  free_at        DATETIME(6) NULL,
  due_at         DATETIME(6) NOT NULL,
  asked_at       DATETIME(6) NULL,
  response_id    BINARY(16) NULL,
  answered_at    DATETIME(6) NULL,
  CONSTRAINT pk_case_recovery PRIMARY KEY (case_id),
  INDEX ix_case_recovery_due (state, due_at),
  INDEX ix_case_recovery_respondent (respondent_ref, touchpoint)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
