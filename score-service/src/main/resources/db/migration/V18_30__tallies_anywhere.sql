-- What was counted before there were sums over all touchpoints. They are set and not added, so that it can run twice.
INSERT INTO facet_tally (grain, touchpoint_id, facet, member_id, hour_of_day, bucket, survey_version_id,
    n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
SELECT t.grain, 0, 'ANYWHERE', t.member_id, t.hour_of_day, t.bucket, s.first_id,
    SUM(t.n0), SUM(t.n1), SUM(t.n2), SUM(t.n3), SUM(t.n4), SUM(t.n5), SUM(t.n6), SUM(t.n7), SUM(t.n8), SUM(t.n9), SUM(t.n10)
FROM facet_tally t
JOIN survey_version v ON v.id = t.survey_version_id
JOIN (SELECT scale_key, MIN(id) AS first_id FROM survey_version GROUP BY scale_key) s ON s.scale_key = v.scale_key
WHERE t.facet = 'PROFILE'
GROUP BY t.grain, t.member_id, t.hour_of_day, t.bucket, s.first_id
ON DUPLICATE KEY UPDATE n0 = VALUES(n0), n1 = VALUES(n1), n2 = VALUES(n2), n3 = VALUES(n3), n4 = VALUES(n4), n5 = VALUES(n5), n6 = VALUES(n6), n7 = VALUES(n7), n8 = VALUES(n8), n9 = VALUES(n9), n10 = VALUES(n10);
