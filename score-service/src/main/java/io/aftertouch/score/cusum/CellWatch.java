package io.aftertouch.score.cusum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import io.aftertouch.score.cusum.Signal.Kind;
import io.aftertouch.score.watch.Share;

/**
 * The watch over one cell: a Bernoulli CUSUM, answer by answer.
 *
 * <p>It learns what to expect from the days before a day, with the first answer of that day at which nothing speaks for a change, and then holds
 * answers against that. When the evidence reaches its limit the cell is alarmed; the evidence goes no higher, and the same steps lead it down
 * again: at nothing the alarm is over. So ending an alarm needs as much evidence as raising it. What it expected before an alarm it goes on
 * expecting until the bad days have left the time it learns from.
 */
final class CellWatch {

    private final int id;
    private final Cell cell;
    private long version;
    private Gauge gauge;
    private Share baseline = Share.NONE;
    private LocalDate learned;
    private LocalDate keptUntil;
    private LocalDate day;
    private int level;
    private int peak;
    private boolean alarmed;
    private Instant risenSince;
    private Share risen = Share.NONE;
    private long told;
    private boolean learnedNow;
    private boolean changed;

    CellWatch(int id, Cell cell) {
        this.id = id;
        this.cell = cell;
    }

    /** As it is kept. */
    record Kept(
            long version,
            Gauge gauge,
            Share baseline,
            LocalDate learned,
            LocalDate keptUntil,
            LocalDate day,
            int level,
            int peak,
            boolean alarmed,
            Instant risenSince,
            Share risen,
            long told) {}

    static CellWatch of(int id, Cell cell, Kept kept) {
        CellWatch watch = new CellWatch(id, cell);
        watch.version = kept.version();
        watch.gauge = kept.gauge();
        watch.baseline = kept.baseline();
        watch.learned = kept.learned();
        watch.keptUntil = kept.keptUntil();
        watch.day = kept.day();
        watch.level = kept.level();
        watch.peak = kept.peak();
        watch.alarmed = kept.alarmed();
        watch.risenSince = kept.risenSince();
        watch.risen = kept.risen();
        watch.told = kept.told();
        return watch;
    }

    Kept kept() {
        return new Kept(
                version, gauge, baseline, learned, keptUntil, day, level, peak, alarmed, risenSince, risen, told);
    }

    /** Goes on to the day of the next answer; an answer of an earlier day is taken as one of today. */
    Optional<DayLevel> turnTo(LocalDate next) {
        if (day != null && !next.isAfter(day)) {
            return Optional.empty();
        }
        Optional<DayLevel> over = today();
        day = next;
        peak = level;
        changed = true;
        return over;
    }

    /** The day of the last answer, as far as it has come. */
    Optional<DayLevel> today() {
        return gauge == null || day == null
                ? Optional.empty()
                : Optional.of(new DayLevel(
                        day, level, peak, gauge.limit(), gauge.steps().unit()));
    }

    /** Whether what is expected should be learned anew before the next answer of today. */
    boolean isToLearn() {
        return !alarmed
                && level == 0
                && (learned == null || day.isAfter(learned))
                && (keptUntil == null || day.isAfter(keptUntil));
    }

    /** @param known nothing when the past is too short; then the cell is not watched until another day */
    void learn(Share past, Optional<Gauge> known) {
        baseline = past;
        gauge = known.orElse(null);
        learned = day;
        learnedNow = true;
        changed = true;
    }

    Optional<Signal> see(boolean negative, Instant at, int learningDays) {
        if (gauge == null) {
            return Optional.empty();
        }
        if (level == 0 && !alarmed) {
            risenSince = at;
            risen = Share.NONE;
        }
        risen = risen.plus(one(negative));
        level = Math.clamp(level + step(negative), 0, gauge.limit());
        peak = Math.max(peak, level);
        changed = true;
        return judge(at, learningDays);
    }

    private Optional<Signal> judge(Instant at, int learningDays) {
        if (!alarmed && level == gauge.limit()) {
            alarmed = true;
            told = risen.negative();
            return Optional.of(signal(Kind.ALARMED, at));
        }
        if (alarmed && level == 0) {
            Signal calmed = signal(Kind.CALMED, at);
            alarmed = false;
            keptUntil = day.plusDays(learningDays);
            return Optional.of(calmed);
        }
        if (alarmed && risen.negative() >= 2 * Math.max(1, told)) {
            told = risen.negative();
            return Optional.of(signal(Kind.GREW, at));
        }
        return Optional.empty();
    }

    boolean isSilentSince(LocalDate day) {
        return alarmed && this.day.isBefore(day);
    }

    /** Ends an alarm about which no answer says anything any more. */
    Signal giveUp() {
        Signal silent = signal(Kind.SILENT, risenSince);
        alarmed = false;
        level = 0;
        changed = true;
        return silent;
    }

    /** Takes an answer out that counts no more. Only answers that are given raise or end an alarm. */
    void takeBack(boolean negative, Instant at) {
        if (gauge == null) {
            return;
        }
        level = alarmed
                ? Math.clamp(level - step(negative), 1, gauge.limit())
                : Math.clamp(level - step(negative), 0, gauge.limit() - 1);
        boolean counted = risenSince != null && !at.isBefore(risenSince);
        if (counted && (negative ? risen.negative() > 0 : risen.n() > risen.negative())) {
            risen = risen.minus(one(negative));
        }
        changed = true;
    }

    private static Share one(boolean negative) {
        return new Share(negative ? 1 : 0, 1);
    }

    private int step(boolean negative) {
        return negative ? gauge.steps().up() : -gauge.steps().down();
    }

    private Signal signal(Kind kind, Instant at) {
        return new Signal(id, cell, kind, at, risenSince, baseline, risen, gauge);
    }

    int id() {
        return id;
    }

    Cell cell() {
        return cell;
    }

    /** The day of the last answer. */
    LocalDate day() {
        return day;
    }

    boolean isChanged() {
        return changed;
    }

    /** Whether what it expects is to be kept anew. */
    boolean hasLearned() {
        return learnedNow;
    }
}
