-- How a watched cell stands: the level of its evidence, and what it is held against. Whoever counts an answer of the cell locks its row. Days are those
-- of the installation's time zone; expected is null while there is too little past to watch the cell.
CREATE TABLE IF NOT EXISTS watch_state (
    cell_id        INT UNSIGNED NOT NULL,
    version        BIGINT NOT NULL DEFAULT 0,
    day            DATE NULL,
    level          INT NOT NULL DEFAULT 0,
    peak           INT NOT NULL DEFAULT 0,
    alarmed        BOOLEAN NOT NULL DEFAULT FALSE,
    risen_since    DATETIME(6) NULL,
    risen_n        BIGINT NOT NULL DEFAULT 0,
    risen_negative BIGINT NOT NULL DEFAULT 0,
    told           BIGINT NOT NULL DEFAULT 0,
    kept_until     DATE NULL,
    learned        DATE NULL,
    past_n         BIGINT NOT NULL DEFAULT 0,
    past_negative  BIGINT NOT NULL DEFAULT 0,
    expected       DOUBLE NULL,
    alarming       DOUBLE NULL,
    up             INT NULL,
    down           INT NULL,
    limit_at       INT NULL,
    quiet          DOUBLE NULL,
    delay          DOUBLE NULL,
    CONSTRAINT watch_state_pk PRIMARY KEY (cell_id),
    CONSTRAINT watch_state_cell_fk FOREIGN KEY (cell_id) REFERENCES watch_cell (id)
) DEFAULT CHARSET = utf8mb4;
