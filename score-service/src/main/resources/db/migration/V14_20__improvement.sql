-- What was changed at a touchpoint to make a score better. Money figures are one JSON object, as somebody entered them.
CREATE TABLE IF NOT EXISTS improvement (
    id BINARY(16) NOT NULL,
    touchpoint_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    metric VARCHAR(8) NOT NULL,
    segment VARCHAR(129) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    name VARCHAR(120) NOT NULL,
    description TEXT NULL,
    changed_on DATE NOT NULL,
    days_compared INT NOT NULL,
    compared_with VARCHAR(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    money TEXT NULL,
    version INT NOT NULL,
    created_by VARCHAR(190) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY improvement_touchpoint_ix (touchpoint_key, changed_on)
) DEFAULT CHARSET = utf8mb4;
