-- Counts, never scores: how many answers gave each score from 0 to 10 in one hour, day or month of UTC. The key starts with what
-- reports ask for: the grain, the touchpoints, the time.
CREATE TABLE IF NOT EXISTS tally (
    grain             ENUM('HOUR', 'DAY', 'MONTH') NOT NULL,
    touchpoint_id     INT UNSIGNED NOT NULL,
    bucket            DATETIME NOT NULL,
    survey_version_id INT UNSIGNED NOT NULL,
    channel_id        INT UNSIGNED NOT NULL,
    profile_id        INT UNSIGNED NOT NULL,
    n0                INT UNSIGNED NOT NULL DEFAULT 0,
    n1                INT UNSIGNED NOT NULL DEFAULT 0,
    n2                INT UNSIGNED NOT NULL DEFAULT 0,
    n3                INT UNSIGNED NOT NULL DEFAULT 0,
    n4                INT UNSIGNED NOT NULL DEFAULT 0,
    n5                INT UNSIGNED NOT NULL DEFAULT 0,
    n6                INT UNSIGNED NOT NULL DEFAULT 0,
    n7                INT UNSIGNED NOT NULL DEFAULT 0,
    n8                INT UNSIGNED NOT NULL DEFAULT 0,
    n9                INT UNSIGNED NOT NULL DEFAULT 0,
    n10               INT UNSIGNED NOT NULL DEFAULT 0,
    CONSTRAINT tally_pk PRIMARY KEY (grain, touchpoint_id, bucket, survey_version_id, channel_id, profile_id)
) DEFAULT CHARSET = utf8mb4;
