-- The cases of each segment, in the order in which they were opened, so that those of a rare one are found without passing over all others.
CREATE TABLE IF NOT EXISTS case_segment (
  dimension VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  value     VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  case_id   BINARY(16) NOT NULL,
  CONSTRAINT pk_case_segment PRIMARY KEY (dimension, value, case_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
