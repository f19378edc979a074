-- The days of UTC whose decisions were counted ahead, up to which moment of the day, and when; what came later is counted when somebody asks.
CREATE TABLE IF NOT EXISTS coverage_day (
    begins_at DATETIME(6) NOT NULL,
    counted_until DATETIME(6) NOT NULL,
    counted_at DATETIME(6) NOT NULL,
    PRIMARY KEY (begins_at)
);
