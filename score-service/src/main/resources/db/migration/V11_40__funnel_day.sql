-- What became of asking at a touchpoint: rules judged on a day of UTC, and of the invitations that were scheduled on it how many came how far.
CREATE TABLE IF NOT EXISTS funnel_day (
    touchpoint_id INT UNSIGNED NOT NULL,
    day           DATE NOT NULL,
    judged        BIGINT NOT NULL DEFAULT 0,
    invited       BIGINT NOT NULL DEFAULT 0,
    sent          BIGINT NOT NULL DEFAULT 0,
    delivered     BIGINT NOT NULL DEFAULT 0,
    answered      BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT funnel_day_pk PRIMARY KEY (touchpoint_id, day)
);
