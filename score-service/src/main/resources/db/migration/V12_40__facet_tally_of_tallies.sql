-- What was counted before there were facets. Sums are set and not added, so that it can run twice.
INSERT INTO facet_tally (grain, touchpoint_id, facet, member_id, hour_of_day, bucket, survey_version_id,
    n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
SELECT t.grain, t.touchpoint_id, 'ALL', 0 AS member, IF(t.grain = 'HOUR', HOUR(t.bucket), 0) AS hour_of_day, t.bucket, t.survey_version_id,
    SUM(t.n0), SUM(t.n1), SUM(t.n2), SUM(t.n3), SUM(t.n4), SUM(t.n5), SUM(t.n6), SUM(t.n7), SUM(t.n8), SUM(t.n9), SUM(t.n10)
FROM tally t
GROUP BY t.grain, t.touchpoint_id, member, hour_of_day, t.bucket, t.survey_version_id
ON DUPLICATE KEY UPDATE n0 = VALUES(n0), n1 = VALUES(n1), n2 = VALUES(n2), n3 = VALUES(n3), n4 = VALUES(n4), n5 = VALUES(n5), n6 = VALUES(n6), n7 = VALUES(n7), n8 = VALUES(n8), n9 = VALUES(n9), n10 = VALUES(n10);

INSERT INTO facet_tally (grain, touchpoint_id, facet, member_id, hour_of_day, bucket, survey_version_id,
    n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
SELECT t.grain, t.touchpoint_id, 'CHANNEL', t.channel_id AS member, IF(t.grain = 'HOUR', HOUR(t.bucket), 0) AS hour_of_day, t.bucket, t.survey_version_id,
    SUM(t.n0), SUM(t.n1), SUM(t.n2), SUM(t.n3), SUM(t.n4), SUM(t.n5), SUM(t.n6), SUM(t.n7), SUM(t.n8), SUM(t.n9), SUM(t.n10)
FROM tally t
GROUP BY t.grain, t.touchpoint_id, member, hour_of_day, t.bucket, t.survey_version_id
ON DUPLICATE KEY UPDATE n0 = VALUES(n0), n1 = VALUES(n1), n2 = VALUES(n2), n3 = VALUES(n3), n4 = VALUES(n4), n5 = VALUES(n5), n6 = VALUES(n6), n7 = VALUES(n7), n8 = VALUES(n8), n9 = VALUES(n9), n10 = VALUES(n10);

INSERT INTO facet_tally (grain, touchpoint_id, facet, member_id, hour_of_day, bucket, survey_version_id,
    n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
SELECT t.grain, t.touchpoint_id, 'SEGMENT', s.id AS member, IF(t.grain = 'HOUR', HOUR(t.bucket), 0) AS hour_of_day, t.bucket, t.survey_version_id,
    SUM(t.n0), SUM(t.n1), SUM(t.n2), SUM(t.n3), SUM(t.n4), SUM(t.n5), SUM(t.n6), SUM(t.n7), SUM(t.n8), SUM(t.n9), SUM(t.n10)
FROM tally t
JOIN profile_segment p ON p.profile_id = t.profile_id
JOIN segment s ON s.dimension = p.dimension AND s.value = p.value
GROUP BY t.grain, t.touchpoint_id, member, hour_of_day, t.bucket, t.survey_version_id
ON DUPLICATE KEY UPDATE n0 = VALUES(n0), n1 = VALUES(n1), n2 = VALUES(n2), n3 = VALUES(n3), n4 = VALUES(n4), n5 = VALUES(n5), n6 = VALUES(n6), n7 = VALUES(n7), n8 = VALUES(n8), n9 = VALUES(n9), n10 = VALUES(n10);

INSERT INTO facet_tally (grain, touchpoint_id, facet, member_id, hour_of_day, bucket, survey_version_id,
    n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
SELECT t.grain, t.touchpoint_id, 'PROFILE', t.profile_id AS member, IF(t.grain = 'HOUR', HOUR(t.bucket), 0) AS hour_of_day, t.bucket, t.survey_version_id,
    SUM(t.n0), SUM(t.n1), SUM(t.n2), SUM(t.n3), SUM(t.n4), SUM(t.n5), SUM(t.n6), SUM(t.n7), SUM(t.n8), SUM(t.n9), SUM(t.n10)
FROM tally t
GROUP BY t.grain, t.touchpoint_id, member, hour_of_day, t.bucket, t.survey_version_id
ON DUPLICATE KEY UPDATE n0 = VALUES(n0), n1 = VALUES(n1), n2 = VALUES(n2), n3 = VALUES(n3), n4 = VALUES(n4), n5 = VALUES(n5), n6 = VALUES(n6), n7 = VALUES(n7), n8 = VALUES(n8), n9 = VALUES(n9), n10 = VALUES(n10);
