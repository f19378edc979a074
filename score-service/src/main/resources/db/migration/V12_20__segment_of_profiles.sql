INSERT IGNORE INTO segment (dimension, value) SELECT DISTINCT dimension, value FROM profile_segment;
