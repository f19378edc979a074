-- What the decisions of a counted day came to, and how far their invitations came: once per segment profile, and once for all profiles together,
-- under an id of zeros. For decisions "what" is the outcome, for invitations the state.
CREATE TABLE IF NOT EXISTS coverage_count (
    by_profile BOOLEAN NOT NULL,
    begins_at DATETIME(6) NOT NULL,
    touchpoint_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    profile_id BINARY(16) NOT NULL,
    about VARCHAR(16) NOT NULL,
    what VARCHAR(16) NOT NULL,
    reason VARCHAR(32) NOT NULL,
    went_out BOOLEAN NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (by_profile, begins_at, touchpoint_key, profile_id, about, what, reason, went_out)
);
