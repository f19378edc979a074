-- References of erased respondents, sealed: enough to know them again, not enough to know who they were.
CREATE TABLE IF NOT EXISTS erased_subject (
    subject   VARCHAR(43) COLLATE utf8mb4_bin NOT NULL,
    erased_at DATETIME(6) NOT NULL,
    CONSTRAINT erased_subject_pk PRIMARY KEY (subject)
) DEFAULT CHARSET = utf8mb4;
