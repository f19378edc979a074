-- Judging holds the slots of a person's reference and addresses, so that two events of one person are judged one after the other.
-- A fixed number of slots always locked in ascending order: no personal data, and no deadlocks.
CREATE TABLE IF NOT EXISTS person_slot (
    slot INT NOT NULL,
    PRIMARY KEY (slot)
);
