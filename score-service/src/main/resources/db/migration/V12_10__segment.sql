-- Every segment that a profile has, with a number of its own: answers with one segment are kept added up under it.
CREATE TABLE IF NOT EXISTS segment (
    id        INT UNSIGNED NOT NULL AUTO_INCREMENT,
    dimension VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    value     VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT segment_pk PRIMARY KEY (id),
    CONSTRAINT segment_value_uk UNIQUE (dimension, value)
) DEFAULT CHARSET = utf8mb4;
