-- What happened to invitations, step by step. The first step, that it was scheduled, stands in the invitation itself.
CREATE TABLE IF NOT EXISTS invitation_transition (
    id BINARY(16) NOT NULL,
    invitation_id BINARY(16) NOT NULL,
    step VARCHAR(32) NOT NULL,
    from_state VARCHAR(16) NOT NULL,
    to_state VARCHAR(16) NOT NULL,
    reason VARCHAR(32) NULL,
    by_whom VARCHAR(160) NOT NULL,
    attempt INT NULL,
    reply VARCHAR(300) NULL,
    happened_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_invitation_transition FOREIGN KEY (invitation_id) REFERENCES invitation (id) ON DELETE CASCADE,
    INDEX ix_invitation_transition (invitation_id, happened_at, id)
);
