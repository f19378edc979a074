-- The tallies once more, added up to what reports ask for: all answers of a touchpoint (member 0), those on a channel, those with a segment, those of a
-- profile whatever the channel. Time comes late in the key, so that a series of a member is one stretch of the table with all touchpoints side by side, and the
-- hour of the day before it (0 for days and months): the hours at which the days of a zone begin are one stretch too.
CREATE TABLE IF NOT EXISTS facet_tally (
    grain             ENUM('HOUR', 'DAY', 'MONTH') NOT NULL,
    touchpoint_id     INT UNSIGNED NOT NULL,
    facet             ENUM('ALL', 'CHANNEL', 'SEGMENT', 'PROFILE') NOT NULL,
    member_id         INT UNSIGNED NOT NULL,
    hour_of_day       TINYINT UNSIGNED NOT NULL,
    bucket            DATETIME NOT NULL,
    survey_version_id INT UNSIGNED NOT NULL,
    n0                INT NOT NULL DEFAULT 0,
    n1                INT NOT NULL DEFAULT 0,
    n2                INT NOT NULL DEFAULT 0,
    n3                INT NOT NULL DEFAULT 0,
    n4                INT NOT NULL DEFAULT 0,
    n5                INT NOT NULL DEFAULT 0,
    n6                INT NOT NULL DEFAULT 0,
    n7                INT NOT NULL DEFAULT 0,
    n8                INT NOT NULL DEFAULT 0,
    n9                INT NOT NULL DEFAULT 0,
    n10               INT NOT NULL DEFAULT 0,
    CONSTRAINT facet_tally_pk PRIMARY KEY (grain, facet, member_id, hour_of_day, bucket, touchpoint_id, survey_version_id)
) DEFAULT CHARSET = utf8mb4;
