-- The channels on which answers came in.
CREATE TABLE IF NOT EXISTS channel (
    id   INT UNSIGNED NOT NULL AUTO_INCREMENT,
    name VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT channel_pk PRIMARY KEY (id),
    CONSTRAINT channel_name_uk UNIQUE (name)
) DEFAULT CHARSET = utf8mb4;
