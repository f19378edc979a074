-- The stages of the journey, in order.
CREATE TABLE IF NOT EXISTS stage (
    stage_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name VARCHAR(120) NOT NULL,
    position INT NOT NULL,
    PRIMARY KEY (stage_key)
);
