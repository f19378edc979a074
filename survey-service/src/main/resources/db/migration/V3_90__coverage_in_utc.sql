-- Where the process was in another zone than UTC, days that begin at another hour were counted: theirs are counted anew.
DELETE FROM coverage_day WHERE TIME(begins_at) <> '00:00:00';
