-- What happened to an alert, first to last. Lines are only ever added.
CREATE TABLE IF NOT EXISTS alert_step (
    seq      BIGINT NOT NULL AUTO_INCREMENT,
    alert_id BINARY(16) NOT NULL,
    step     VARCHAR(16) COLLATE utf8mb4_bin NOT NULL,
    actor    VARCHAR(128) NULL,
    text     VARCHAR(2000) NULL,
    at       DATETIME(6) NOT NULL,
    CONSTRAINT alert_step_pk PRIMARY KEY (seq),
    CONSTRAINT alert_step_alert_fk FOREIGN KEY (alert_id) REFERENCES alert (id),
    INDEX alert_step_alert_ix (alert_id, seq)
) DEFAULT CHARSET = utf8mb4;
