-- Which values a profile consists of; the index leads from dimension:value to the profiles that have it.
CREATE TABLE IF NOT EXISTS profile_segment (
    profile_id INT UNSIGNED NOT NULL,
    dimension  VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    value      VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT profile_segment_pk PRIMARY KEY (profile_id, dimension),
    CONSTRAINT profile_segment_profile_fk FOREIGN KEY (profile_id) REFERENCES segment_profile (id),
    INDEX profile_segment_value_ix (dimension, value, profile_id)
) DEFAULT CHARSET = utf8mb4;
