-- One distinct combination of segment values. The fingerprint is the SHA-256 of the sorted combination.
CREATE TABLE IF NOT EXISTS segment_profile (
    id          INT UNSIGNED NOT NULL AUTO_INCREMENT,
    fingerprint BINARY(32) NOT NULL,
    CONSTRAINT segment_profile_pk PRIMARY KEY (id),
    CONSTRAINT segment_profile_fingerprint_uk UNIQUE (fingerprint)
) DEFAULT CHARSET = utf8mb4;
