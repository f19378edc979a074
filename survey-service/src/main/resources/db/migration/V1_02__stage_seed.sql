INSERT IGNORE INTO stage (stage_key, name, position) VALUES
    ('awareness', 'Awareness', 1),
    ('consideration', 'Consideration', 2),
    ('purchase', 'Purchase', 3),
    ('post-purchase', 'Post-purchase', 4),
    ('loyalty', 'Loyalty', 5);
