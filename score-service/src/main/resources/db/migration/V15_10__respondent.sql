-- Whose answers are kept one by one, and where in the feed of changes each stands. The id says nothing about the person; the reference goes when nothing
-- is kept of them any more, and what is left tells readers of the feed to forget too.
CREATE TABLE IF NOT EXISTS respondent (
    id         BINARY(16) NOT NULL,
    ref        VARCHAR(200) COLLATE utf8mb4_bin NULL,
    position   BIGINT NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    CONSTRAINT respondent_pk PRIMARY KEY (id),
    CONSTRAINT respondent_ref_uk UNIQUE (ref),
    INDEX respondent_position_ix (position)
) DEFAULT CHARSET = utf8mb4;
