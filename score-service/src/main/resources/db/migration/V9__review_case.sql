-- Which review cases are open at which touchpoint: the last state heard of each. An older version than the stored one changes nothing.
CREATE TABLE IF NOT EXISTS review_case (
    id            BINARY(16) NOT NULL,
    touchpoint_id INT UNSIGNED NOT NULL,
    is_open       BOOLEAN NOT NULL,
    due_at        DATETIME(6) NULL,
    version       BIGINT NOT NULL,
    CONSTRAINT review_case_pk PRIMARY KEY (id),
    INDEX review_case_open_ix (is_open, touchpoint_id, due_at)
) DEFAULT CHARSET = utf8mb4;
