-- Links that anybody may answer through: on posters, on receipts, behind QR codes.
CREATE TABLE IF NOT EXISTS public_link (
    code VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    survey_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    touchpoint_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    segments LONGTEXT NOT NULL,
    name VARCHAR(120) NULL,
    state VARCHAR(16) NOT NULL,
    active_until DATETIME(6) NULL,
    version INT NOT NULL,
    created_by VARCHAR(190) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (code),
    CONSTRAINT fk_public_link_survey FOREIGN KEY (survey_key) REFERENCES survey (survey_key),
    CONSTRAINT fk_public_link_touchpoint FOREIGN KEY (touchpoint_key) REFERENCES touchpoint (touchpoint_key),
    INDEX ix_public_link_created (created_at, code)
);
