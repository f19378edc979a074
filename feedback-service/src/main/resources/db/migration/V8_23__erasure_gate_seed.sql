INSERT IGNORE INTO erasure_gate (id) VALUES (1);
