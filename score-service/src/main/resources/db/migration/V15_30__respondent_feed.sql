-- The last position given in the feed of changes. Whoever changes what is kept of respondents holds the row until the end of the transaction.
CREATE TABLE IF NOT EXISTS respondent_feed (
    id            TINYINT NOT NULL,
    last_position BIGINT NOT NULL,
    CONSTRAINT respondent_feed_pk PRIMARY KEY (id)
);
