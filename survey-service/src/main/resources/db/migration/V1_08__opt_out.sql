-- Who must not be asked again. One row for the respondent's reference and one for each address they had, since the same person may come under another reference.
CREATE TABLE IF NOT EXISTS opt_out (
    subject VARCHAR(270) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    respondent_ref VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    opted_out_at DATETIME(6) NOT NULL,
    PRIMARY KEY (subject)
);
