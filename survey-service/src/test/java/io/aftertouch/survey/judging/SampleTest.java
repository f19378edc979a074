package io.aftertouch.survey.judging;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.aftertouch.survey.judging.Situations.ticketClosed;
import static org.assertj.core.api.Assertions.assertThat;

class SampleTest {

    private static final UUID RULE = new UUID(7, 7);

    @ParameterizedTest
    @CsvSource({"0,0,0", "100,10000,10000", "60,5800,6200", "12.5,1120,1380", "0.5,25,80"})
    void drawsAboutThatManyOfTenThousand(BigDecimal percent, int least, int most) {
        long drawn = IntStream.range(0, 10_000)
                .filter(i -> Sample.draws(ticketClosed("event-" + i), RULE, percent))
                .count();

        assertThat(drawn).isBetween((long) least, (long) most);
    }

    @Test
    void theSameEventIsAlwaysDrawnOrAlwaysLeftOut() {
        BigDecimal half = BigDecimal.valueOf(50);

        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> Sample.draws(ticketClosed(), RULE, half))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whoIsDrawnForTenPercentIsDrawnForTwentyToo() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> ticketClosed("event-" + i))
                        .filter(event -> Sample.draws(event, RULE, BigDecimal.TEN)))
                .isNotEmpty()
                .allMatch(event -> Sample.draws(event, RULE, BigDecimal.valueOf(20)));
    }

    @Test
    void twoRulesDrawDifferentEvents() {
        BigDecimal half = BigDecimal.valueOf(50);

        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> ticketClosed("event-" + i))
                        .filter(event -> Sample.draws(event, RULE, half) != Sample.draws(event, new UUID(8, 8), half)))
                .hasSizeBetween(50, 150);
    }
}
