-- Personal data live here and nowhere else. The contact columns are the normalised addresses of the contact policy.
CREATE TABLE IF NOT EXISTS respondent (
    ref VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    email VARCHAR(254) NULL,
    phone VARCHAR(32) NULL,
    name VARCHAR(120) NULL,
    locale VARCHAR(35) NULL,
    email_contact VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    phone_contact VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    first_seen_at DATETIME(6) NOT NULL,
    last_seen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (ref),
    INDEX ix_respondent_email (email_contact),
    INDEX ix_respondent_phone (phone_contact)
);
