-- Each combination of segment values that has occurred, once; the id is the first half of the SHA-256 of its JSON.
CREATE TABLE IF NOT EXISTS segment_profile (
    id BINARY(16) NOT NULL,
    segments LONGTEXT NOT NULL,
    PRIMARY KEY (id)
);
