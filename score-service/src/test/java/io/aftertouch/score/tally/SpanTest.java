package io.aftertouch.score.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    void theMiddleIsMonthsTheEdgesAreDaysAndHours() {
        var span = new Span(Instant.parse("2026-01-30T22:00:00Z"), Instant.parse("2026-04-02T01:00:00Z"));

        assertThat(span.parts())
                .containsExactly(
                        part(Grain.HOUR, "2026-01-30T22:00:00Z", "2026-01-31T00:00:00Z"),
                        part(Grain.DAY, "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z"),
                        part(Grain.MONTH, "2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z"),
                        part(Grain.DAY, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z"),
                        part(Grain.HOUR, "2026-04-02T00:00:00Z", "2026-04-02T01:00:00Z"));
    }

    @Test
    void allTimeIsMonthsOnly() {
        assertThat(Span.ALL_TIME.parts()).containsExactly(new Span.Part(Grain.MONTH, Span.ALL_TIME));
    }

    @Test
    void anOpenStartIsMonthsUpToTheEdge() {
        var span = new Span(null, Instant.parse("2026-04-02T00:00:00Z"));

        assertThat(span.parts())
                .containsExactly(
                        new Span.Part(Grain.MONTH, new Span(null, Instant.parse("2026-04-01T00:00:00Z"))),
                        part(Grain.DAY, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z"));
    }

    @Test
    void halfHoursAreNoEdges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(Instant.parse("2026-01-30T22:30:00Z"), null));
    }

    /** Whatever the span: its parts add up to what counting hour by hour gives. */
    @RepeatedTest(100)
    void thePartsAddUpToTheHours(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Answer> answers = answers(random);
        Rollup rollup = rollup(answers);
        Instant from = hours(random.nextInt(24 * 200));
        Span span = new Span(from, from.plus(random.nextInt(24 * 120), ChronoUnit.HOURS));

        Counts brute = answers.stream()
                .filter(answer -> span.contains(answer.answeredAt()))
                .map(answer -> Counts.ofOne(answer.score()))
                .reduce(Counts.NONE, Counts::plus);

        assertThat(sum(rollup, span.parts())).isEqualTo(brute);
        assertThat(span.parts().stream()
                        .map(Span.Part::span)
                        .map(part -> Duration.between(part.from(), part.to()))
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.between(span.from(), span.to()));
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

    private static Counts sum(Rollup rollup, List<Span.Part> parts) {
        return rollup.tallies().entrySet().stream()
                .filter(tally -> parts.stream()
                        .anyMatch(part -> part.grain() == tally.getKey().grain()
                                && part.span().contains(tally.getKey().bucket())))
                .map(java.util.Map.Entry::getValue)
                .reduce(Counts.NONE, Counts::plus);
    }

    private static Instant hours(int hours) {
        return START.plus(hours, ChronoUnit.HOURS);
    }

    private static Span.Part part(Grain grain, String from, String to) {
        return new Span.Part(grain, new Span(Instant.parse(from), Instant.parse(to)));
    }
}
