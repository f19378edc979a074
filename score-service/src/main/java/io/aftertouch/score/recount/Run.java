package io.aftertouch.score.recount;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * One recount of the tallies, or of a part of them.
 *
 * @param askedBy a person, {@code key:<id>}, or {@link #NIGHTLY}
 * @param touchpoint the only one that is looked at; null for all
 * @param month the only one that is looked at; null for all
 * @param mostRepaired how many wrong counts it may put right; 0 when it only looks
 * @param respondents whether it brings back what single respondents answered too
 * @param last the part that was done last; null before the first
 */
record Run(
        UUID id,
        Instant askedAt,
        String askedBy,
        String touchpoint,
        YearMonth month,
        long mostRepaired,
        boolean respondents,
        State state,
        Part last,
        Progress progress,
        Instant finishedAt,
        String failure) {

    static final String NIGHTLY = "nightly";

    enum State {
        WAITING,
        RUNNING,
        DONE,
        /** It could not go on; what it did stays. */
        FAILED
    }

    /**
     * How far it is.
     *
     * @param parts how many there are
     * @param partsDone of these
     * @param answers counted again
     * @param underWay events that were told and will be heard here in a moment; they are no difference
     * @param lost events that were told and will not come by themselves
     * @param caughtUp of these, applied from where they were written down
     * @param uncountable answers on scales that are not known here
     * @param differences tallies that were not what their answers come to
     * @param countsOff by how many counts
     * @param countsRepaired of these
     * @param restored answers of single respondents that were brought back
     */
    record Progress(
            int parts,
            int partsDone,
            long answers,
            long underWay,
            long lost,
            long caughtUp,
            long uncountable,
            long differences,
            long countsOff,
            long countsRepaired,
            long restored) {

        static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Progress of(int allParts) {
            return new Progress(
                    allParts,
                    partsDone,
                    answers,
                    underWay,
                    lost,
                    caughtUp,
                    uncountable,
                    differences,
                    countsOff,
                    countsRepaired,
                    restored);
        }

        Progress with(Comparison part, long caughtUpNow, boolean repaired, long restoredNow) {
            return new Progress(
                    parts,
                    partsDone + 1,
                    answers + part.answers(),
                    underWay + part.underWay(),
                    lost + part.lost().size(),
                    caughtUp + caughtUpNow,
                    uncountable + part.uncountable(),
                    differences + part.differences().size(),
                    countsOff + part.off(),
                    countsRepaired + (repaired ? part.off() : 0),
                    restored + restoredNow);
        }
    }

    static Run asked(UUID id, Instant at, String by, String touchpoint, YearMonth month, long mostRepaired) {
        return new Run(
                id, at, by, touchpoint, month, mostRepaired, false, State.WAITING, null, Progress.NONE, null, null);
    }

    Run withRespondents(boolean also) {
        return new Run(
                id,
                askedAt,
                askedBy,
                touchpoint,
                month,
                mostRepaired,
                also,
                state,
                last,
                progress,
                finishedAt,
                failure);
    }

    boolean concerns(Part part) {
        return (touchpoint == null || touchpoint.equals(part.touchpoint()))
                && (month == null || month.equals(part.month()));
    }

    boolean isPast(Part part) {
        return last != null && part.compareTo(last) <= 0;
    }

    boolean repairs() {
        return mostRepaired > 0;
    }
}
