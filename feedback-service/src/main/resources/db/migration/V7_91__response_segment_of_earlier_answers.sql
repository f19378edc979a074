INSERT IGNORE INTO response_segment (dimension, value, answered_at, response_id)
SELECT label.dimension,
       JSON_UNQUOTE(JSON_EXTRACT(r.segments, CONCAT('$."', label.dimension, '"'))),
       r.answered_at,
       r.id
FROM response r, JSON_TABLE(JSON_KEYS(r.segments), '$[*]' COLUMNS (dimension VARCHAR(64) PATH '$')) label;
