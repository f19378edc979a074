INSERT IGNORE INTO respondent_feed (id, last_position) VALUES (1, 0);
