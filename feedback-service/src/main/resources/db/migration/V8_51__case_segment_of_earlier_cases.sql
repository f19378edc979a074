INSERT IGNORE INTO case_segment (dimension, value, case_id)
SELECT label.dimension, JSON_UNQUOTE(JSON_EXTRACT(c.segments, CONCAT('$."', label.dimension, '"'))), c.id
FROM review_case c, JSON_TABLE(JSON_KEYS(c.segments), '$[*]' COLUMNS (dimension VARCHAR(64) PATH '$')) label
WHERE CHAR_LENGTH(JSON_UNQUOTE(JSON_EXTRACT(c.segments, CONCAT('$."', label.dimension, '"')))) <= 64;
