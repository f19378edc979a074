-- Days are counted with sums over all touchpoints and with what was superseded from now on: those that were counted before are counted anew.
DELETE FROM coverage_day;
