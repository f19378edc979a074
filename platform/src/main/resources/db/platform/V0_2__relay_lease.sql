CREATE TABLE IF NOT EXISTS relay_lease (
    shard SMALLINT NOT NULL,
    CONSTRAINT relay_lease_pk PRIMARY KEY (shard)
) COMMENT 'Whoever holds the row sends the shard, alone, so that the events of one key stay in order';
