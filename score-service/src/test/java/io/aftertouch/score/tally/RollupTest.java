package io.aftertouch.score.tally;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.aftertouch.score.metric.Counts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RollupTest {

    private static final Origin HERE = new Origin(1, 2, 3, 4);

    @Test
    void anAnswerIsInItsHourItsDayAndItsMonth() {
        Rollup rollup = new Rollup();
        rollup.add(HERE, Instant.parse("2024-02-29T23:59:59.999999Z"), 9);

        assertThat(rollup.tallies())
                .containsOnlyKeys(
                        key(Grain.HOUR, "2024-02-29T23:00:00Z"),
                        key(Grain.DAY, "2024-02-29T00:00:00Z"),
                        key(Grain.MONTH, "2024-02-01T00:00:00Z"))
                .allSatisfy((key, counts) -> assertThat(counts).isEqualTo(Counts.ofOne(9)));
    }

    @RepeatedTest(30)
    void theMergeOfPartsIsTheWholeInAnyOrder(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Consumer<Rollup>> changes = changes(random);
        Rollup whole = new Rollup();
        changes.forEach(change -> change.accept(whole));

        Collections.shuffle(changes, random);
        SortedMap<TallyKey, Counts> merged = new TreeMap<>();
        for (int from = 0; from < changes.size(); ) {
            int to = Math.min(changes.size(), from + 1 + random.nextInt(40));
            Rollup part = new Rollup();
            changes.subList(from, to).forEach(change -> change.accept(part));
            part.tallies().forEach((key, counts) -> merged.merge(key, counts, Counts::plus));
            from = to;
        }

        assertThat(merged).isEqualTo(whole.tallies());
    }

    @RepeatedTest(10)
    void whatIsTakenBackIsAsIfItHadNeverBeen(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Rollup rollup = new Rollup();
        List<Runnable> changes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Origin origin = origin(random);
            Instant at = moment(random);
            int score = random.nextInt(11);
            changes.add(() -> rollup.add(origin, at, score));
            changes.add(() -> rollup.subtract(origin, at, score));
        }
        Collections.shuffle(changes, random);

        changes.forEach(Runnable::run);

        assertThat(rollup.tallies().values()).containsOnly(Counts.NONE);
    }

    private static List<Consumer<Rollup>> changes(Random random) {
        List<Consumer<Rollup>> changes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Origin origin = origin(random);
            Instant at = moment(random);
            int score = random.nextInt(11);
            changes.add(rollup -> rollup.add(origin, at, score));
            if (random.nextInt(3) == 0) {
                changes.add(rollup -> rollup.subtract(origin, at, score));
            }
        }
        return changes;
    }

    private static Origin origin(Random random) {
        return new Origin(random.nextInt(3), random.nextInt(2), random.nextInt(2), random.nextInt(4));
    }

    /** Within three years, so that there is last year too. */
    private static Instant moment(Random random) {
        return Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 366 * 86_400));
    }

    private static TallyKey key(Grain grain, String bucket) {
        return new TallyKey(grain, 1, Instant.parse(bucket), 2, 3, 4);
    }
}
