-- Touchpoints that were there before they had a place in their stage stand as they stood so far: by name.
UPDATE touchpoint t
    JOIN (
        SELECT touchpoint_key, ROW_NUMBER() OVER (PARTITION BY stage_key ORDER BY name, touchpoint_key) AS place
        FROM touchpoint) AS placed ON placed.touchpoint_key = t.touchpoint_key
    SET t.position = placed.place
    WHERE t.position = 0;
