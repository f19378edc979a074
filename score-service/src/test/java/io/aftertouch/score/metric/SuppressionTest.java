package io.aftertouch.score.metric;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressionTest {

    @Test
    void fewerThanFiveAnswersStayHidden() {
        assertThat(IntStream.rangeClosed(0, 6).filter(Suppression::hides)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aHiddenCellTakesItsSmallestNeighbourWithIt() {
        assertThat(hidden(50L, 3L, 9L, 0L, 20L)).containsExactly(1, 2);
    }

    @Test
    void twoSmallCellsThatFixEachOtherTakeANeighbourToo() {
        assertThat(hidden(4L, 4L, 30L, 40L)).containsExactly(0, 1, 2);
        assertThat(hidden(1L, 1L, 0L, 40L)).containsExactly(0, 1, 3);
    }

    @Test
    void withoutSmallCellsNothingIsHidden() {
        assertThat(hidden(0L, 5L, 40L)).isEmpty();
    }

    /** Whoever knows the sum of a row and all shown cells cannot tell any hidden one: it may have had another number as well. */
    @RepeatedTest(200)
    void noHiddenCellFollowsFromTheSum(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Long> cells = random.longs(2 + random.nextInt(6), 0, 15).boxed().toList();
        BitSet hidden = Suppression.hidden(cells);
        long[] values = hidden.stream().mapToLong(cells::get).toArray();
        boolean somethingLeftToHideBehind = cells.stream().anyMatch(n -> n >= Score.SHOWN_FROM) && !hidden.isEmpty();

        assertThat(IntStream.range(0, cells.size()).filter(i -> Suppression.hides(cells.get(i))))
                .allMatch(hidden::get);
        if (somethingLeftToHideBehind) {
            assertThat(values).hasSizeGreaterThan(1);
        }
        if (hidden.stream().anyMatch(i -> !Suppression.hides(cells.get(i)))) {
            long sum =
                    IntStream.range(0, values.length).mapToLong(i -> values[i]).sum();
            assertThat(sum)
                    .as("more than the least that so many cells can hold")
                    .isGreaterThan(values.length);
        }
    }

    private static List<Integer> hidden(Long... cells) {
        return Suppression.hidden(List.of(cells)).stream().boxed().toList();
    }
}
