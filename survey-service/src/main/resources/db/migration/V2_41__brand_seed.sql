INSERT IGNORE INTO brand (id, version) VALUES (1, 0);
