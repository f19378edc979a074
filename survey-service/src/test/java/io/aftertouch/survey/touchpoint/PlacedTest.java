package io.aftertouch.survey.touchpoint;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlacedTest {

    private final Stage a = new Stage("a", "A");
    private final Stage b = new Stage("b", "B");
    private final Stage c = new Stage("c", "C");

    @ParameterizedTest
    @CsvSource({"1, cab", "2, acb", "3, abc", "4, abc", "2147483647, abc", "0, cab", "-5, cab"})
    void oneIsPutAmongTheOthersWhoMakeRoom(int place, String order) {
        List<Stage> all = Placed.insert(List.of(a, b), c, place);

        assertThat(all.stream().map(Stage::key).reduce("", String::concat)).isEqualTo(order);
        assertThat(all).extracting(Stage::position).containsExactly(1, 2, 3);
    }

    @Test
    void aStepStopsAtTheBeginning() {
        assertThat(Step.UP.from(1)).isEqualTo(1);
        assertThat(Step.UP.from(3)).isEqualTo(2);
        assertThat(Step.DOWN.from(3)).isEqualTo(4);
    }
}
