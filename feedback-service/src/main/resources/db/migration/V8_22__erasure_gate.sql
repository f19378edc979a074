-- Whoever stores something about respondents shares the row, whoever begins to erase one has it alone.
CREATE TABLE IF NOT EXISTS erasure_gate (
  id TINYINT NOT NULL,
  CONSTRAINT pk_erasure_gate PRIMARY KEY (id)
);
