-- What was counted before touchpoints were members. Counts are set and not added, so that it can run twice.
INSERT INTO facet_tally (grain, touchpoint_id, facet, member_id, hour_of_day, bucket, survey_version_id,
    n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
SELECT t.grain, t.touchpoint_id, 'TOUCHPOINT', t.touchpoint_id, t.hour_of_day, t.bucket, t.survey_version_id,
    t.n0, t.n1, t.n2, t.n3, t.n4, t.n5, t.n6, t.n7, t.n8, t.n9, t.n10
FROM facet_tally t
WHERE t.facet = 'ALL'
ON DUPLICATE KEY UPDATE n0 = VALUES(n0), n1 = VALUES(n1), n2 = VALUES(n2), n3 = VALUES(n3), n4 = VALUES(n4), n5 = VALUES(n5), n6 = VALUES(n6), n7 = VALUES(n7), n8 = VALUES(n8), n9 = VALUES(n9), n10 = VALUES(n10);
