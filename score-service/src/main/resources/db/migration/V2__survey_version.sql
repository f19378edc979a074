-- The service's own copy of published survey versions, with the scale as data. published_at is null until it was announced.
CREATE TABLE IF NOT EXISTS survey_version (
    id            INT UNSIGNED NOT NULL AUTO_INCREMENT,
    survey_key    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    version       INT NOT NULL,
    title         VARCHAR(300) NOT NULL,
    metric        VARCHAR(8) COLLATE utf8mb4_bin NOT NULL,
    scale_key     VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
    scale_min     TINYINT NOT NULL,
    scale_max     TINYINT NOT NULL,
    positive_from TINYINT NOT NULL,
    positive_to   TINYINT NOT NULL,
    negative_from TINYINT NOT NULL,
    negative_to   TINYINT NOT NULL,
    good_end      VARCHAR(4) COLLATE utf8mb4_bin NOT NULL,
    published_at  DATETIME(6) NULL,
    CONSTRAINT survey_version_pk PRIMARY KEY (id),
    CONSTRAINT survey_version_uk UNIQUE (survey_key, version)
) DEFAULT CHARSET = utf8mb4;
