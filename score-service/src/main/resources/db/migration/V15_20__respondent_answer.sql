-- What respondents answered: the last revision heard of each answer. A withdrawn one keeps its row and nobody in it, so that what is heard late of it changes nothing.
CREATE TABLE IF NOT EXISTS respondent_answer (
    response_id       BINARY(16) NOT NULL,
    revision          INT NOT NULL,
    withdrawn         BOOLEAN NOT NULL,
    respondent_id     BINARY(16) NULL,
    touchpoint_id     INT UNSIGNED NOT NULL,
    survey_version_id INT UNSIGNED NOT NULL,
    score             TINYINT NOT NULL,
    answered_at       DATETIME(6) NOT NULL,
    CONSTRAINT respondent_answer_pk PRIMARY KEY (response_id),
    INDEX respondent_answer_respondent_ix (respondent_id, answered_at)
) DEFAULT CHARSET = utf8mb4;
