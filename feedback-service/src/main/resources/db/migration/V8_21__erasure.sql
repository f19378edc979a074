-- Erasures that are not through yet. The row goes when nothing is left to forget, and the reference with it.
CREATE TABLE IF NOT EXISTS erasure (
  id             BINARY(16) NOT NULL,
  respondent_ref VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
  heard_at       DATETIME(6) NOT NULL,
  held_until     DATETIME(6) NOT NULL,
  CONSTRAINT pk_erasure PRIMARY KEY (id),
  CONSTRAINT uk_erasure_respondent UNIQUE (respondent_ref)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
