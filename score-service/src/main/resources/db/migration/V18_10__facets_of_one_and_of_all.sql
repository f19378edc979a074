-- Two facets more: each touchpoint as a member, so that one is a stretch of the table, and the sums of a segment profile over all touchpoints, under touchpoint 0 and
-- for each scale under the first survey version that has it. Can run twice.
ALTER TABLE facet_tally MODIFY COLUMN facet ENUM('ALL', 'CHANNEL', 'SEGMENT', 'PROFILE', 'TOUCHPOINT', 'ANYWHERE') NOT NULL;
