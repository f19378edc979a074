-- Who must not be asked about one touchpoint. Subjects as in opt_out.
CREATE TABLE IF NOT EXISTS touchpoint_opt_out (
    subject VARCHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    touchpoint_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    opted_out_at DATETIME(6) NOT NULL,
    reason VARCHAR(200) NULL,
    source VARCHAR(120) NULL,
    by_whom VARCHAR(190) NULL,
    PRIMARY KEY (subject, touchpoint_key)
);
