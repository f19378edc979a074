CREATE TABLE IF NOT EXISTS inbox (
    event_id    BINARY(16)  NOT NULL,
    batch       BINARY(16)  NOT NULL,
    received_at DATETIME(6) NOT NULL,
    CONSTRAINT inbox_pk PRIMARY KEY (event_id),
    INDEX inbox_batch (batch),
    INDEX inbox_received_at (received_at)
) COMMENT 'Events whose effect is in this database; a second delivery finds its row and does nothing';
