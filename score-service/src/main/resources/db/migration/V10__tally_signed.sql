-- An answer that is changed or withdrawn is taken back from its counts. The event that takes it back may come before the one that adds it, when
-- a failure on the way changed their order: for that moment a count is below nothing.
ALTER TABLE tally
    MODIFY COLUMN n0 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n1 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n2 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n3 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n4 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n5 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n6 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n7 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n8 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n9 INT NOT NULL DEFAULT 0,
    MODIFY COLUMN n10 INT NOT NULL DEFAULT 0;
