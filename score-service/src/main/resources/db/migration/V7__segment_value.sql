-- The values of each dimension that are told apart; those met later are counted as 'other'.
CREATE TABLE IF NOT EXISTS segment_value (
    dimension VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    value     VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT segment_value_pk PRIMARY KEY (dimension, value),
    CONSTRAINT segment_value_dimension_fk FOREIGN KEY (dimension) REFERENCES segment_dimension (name)
) DEFAULT CHARSET = utf8mb4;
