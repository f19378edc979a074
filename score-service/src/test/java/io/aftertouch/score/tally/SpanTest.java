package io.aftertouch.score.tally;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.aftertouch.score.metric.Counts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SpanTest {

    private static final Instant START = Instant.parse("2025-11-20T00:00:00Z");

    private record Answer(Origin origin, Instant answeredAt, int score) {}

    @Test
    void halfHoursAreNoEdges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(Instant.parse("2026-01-30T22:30:00Z"), null));
    }

    /** In any order and in any batches the same answers make the same tallies. */
    @RepeatedTest(50)
    void neitherOrderNorBatchesChangeTheTallies(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Answer> answers = answers(random);
        var whole = rollup(answers).tallies();
        List<Answer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(shuffled.size());

        var merged = rollup(shuffled.subList(0, cut)).tallies();
        rollup(shuffled.subList(cut, shuffled.size()))
                .tallies()
                .forEach((key, counts) -> merged.merge(key, counts, Counts::plus));

        assertThat(merged).isEqualTo(whole);
    }

    private static List<Answer> answers(Random random) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Origin origin = new Origin(1 + random.nextInt(3), 1, 1 + random.nextInt(2), 1 + random.nextInt(4));
            Instant at = START.plusSeconds(random.nextInt(250 * 86_400));
            answers.add(new Answer(origin, at, random.nextInt(11)));
        }
        return answers;
    }

    private static Rollup rollup(List<Answer> answers) {
        Rollup rollup = new Rollup();
        answers.forEach(answer -> rollup.add(answer.origin(), answer.answeredAt(), answer.score()));
        return rollup;
    }
}
