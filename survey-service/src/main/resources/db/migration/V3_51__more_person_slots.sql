-- With 4,096 slots two groups of a few hundred people always share some, and one waits for the other. With 262,144 they rarely do.
-- As version 3.50 it left it to IGNORE to skip those that were there, each of which was a warning in the log.
INSERT INTO person_slot (slot)
    WITH digit AS (
        SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5
        UNION ALL SELECT 6 UNION ALL SELECT 7
    ), wanted AS (
        SELECT a.d + 8 * b.d + 64 * c.d + 512 * e.d + 4096 * f.d + 32768 * g.d AS slot FROM digit a, digit b, digit c, digit e, digit f, digit g
    )
    SELECT wanted.slot FROM wanted LEFT JOIN person_slot present ON present.slot = wanted.slot WHERE present.slot IS NULL;
