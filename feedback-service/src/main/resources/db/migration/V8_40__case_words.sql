-- The comments of cases as they are searched: folded to small letters without accents, as bytes, so that a search passes over few and narrow rows.
CREATE TABLE IF NOT EXISTS case_words (
  case_id BINARY(16) NOT NULL,
  words   VARBINARY(16000) NOT NULL,
  CONSTRAINT pk_case_words PRIMARY KEY (case_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
