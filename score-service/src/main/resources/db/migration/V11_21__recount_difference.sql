-- Tallies that were not what the answers come to, the first of each recount: their counts of the scores 0 to 10 as stored and as recounted.
-- STORED is a word of its own to MySQL, which wants it in quotes; as version 11.20, without them, this ran on MariaDB only.
CREATE TABLE IF NOT EXISTS recount_difference (
    run_id            BINARY(16) NOT NULL,
    place             INT NOT NULL,
    grain             VARCHAR(8) COLLATE utf8mb4_bin NOT NULL,
    touchpoint_id     INT UNSIGNED NOT NULL,
    bucket            DATETIME NOT NULL,
    survey_version_id INT UNSIGNED NOT NULL,
    channel_id        INT UNSIGNED NOT NULL,
    profile_id        INT UNSIGNED NOT NULL,
    `stored`          VARCHAR(250) COLLATE utf8mb4_bin NOT NULL,
    recounted         VARCHAR(250) COLLATE utf8mb4_bin NOT NULL,
    repaired          BOOLEAN NOT NULL,
    CONSTRAINT recount_difference_pk PRIMARY KEY (run_id, place),
    CONSTRAINT recount_difference_run_fk FOREIGN KEY (run_id) REFERENCES recount_run (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
