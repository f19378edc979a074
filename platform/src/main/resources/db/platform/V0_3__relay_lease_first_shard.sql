INSERT IGNORE INTO relay_lease (shard) VALUES (0);
