-- Who saw all that is kept of a respondent, and who erased one. Whom it was about is sealed.
CREATE TABLE IF NOT EXISTS privacy_act (
    id BINARY(16) NOT NULL,
    act VARCHAR(16) NOT NULL,
    subject VARCHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    by_whom VARCHAR(190) NOT NULL,
    at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_privacy_act_subject (subject, id)
);
