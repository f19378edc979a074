-- Shows whether the key is the one that the sealed subjects were made with.
CREATE TABLE IF NOT EXISTS respondent_seal (
    id TINYINT NOT NULL,
    proof VARCHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id)
);
