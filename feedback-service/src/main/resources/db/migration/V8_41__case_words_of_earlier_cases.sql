-- As FoldedText does, for the accents of the languages that we ask in.
INSERT IGNORE INTO case_words (case_id, words)
SELECT c.id,
       CAST(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(LOWER(r.comment),
           'å', 'a'), 'ä', 'a'), 'ö', 'o'), 'ø', 'o'), 'ü', 'u'), 'é', 'e'), 'è', 'e'), 'æ', 'ae'), 'ß', 'ss') AS BINARY)
FROM review_case c JOIN response r ON r.id = c.response_id
WHERE r.comment IS NOT NULL;
