-- The score that a touchpoint, or one segment of its respondents, is to reach over a period. An empty segment stands for all
-- respondents, since a null would not be unique.
CREATE TABLE IF NOT EXISTS target (
    id BINARY(16) NOT NULL,
    touchpoint_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    metric VARCHAR(8) NOT NULL,
    segment VARCHAR(129) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    goal DECIMAL(5, 2) NOT NULL,
    starts_on DATE NOT NULL,
    due_on DATE NOT NULL,
    note VARCHAR(500) NULL,
    version INT NOT NULL,
    created_by VARCHAR(190) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT target_uk UNIQUE (touchpoint_key, metric, segment, due_on)
) DEFAULT CHARSET = utf8mb4;
