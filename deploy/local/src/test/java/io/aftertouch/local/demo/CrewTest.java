package io.aftertouch.local.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrewTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Crew crew = new Crew(4, told::add);

    @Test
    void everyItemIsDoneOnceAndItTellsHowFarItIs() throws InterruptedException {
        List<Integer> items = IntStream.range(0, 2_000).boxed().toList();
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());

        crew.each("answers", items, done::add);

        assertThat(done).containsExactlyInAnyOrderElementsOf(items);
        assertThat(told)
                .containsExactly(
                        "400 of 2,000 answers",
                        "800 of 2,000 answers",
                        "1,200 of 2,000 answers",
                        "1,600 of 2,000 answers",
                        "2,000 of 2,000 answers");
    }

    @Test
    void nothingToDoIsNoMistake() throws InterruptedException {
        crew.each("cases", List.of(), item -> {});

        assertThat(told).isEmpty();
    }

    @Test
    void theFirstFailureEndsTheWork() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        List<Integer> items = IntStream.range(0, 100_000).boxed().toList();

        assertThatThrownBy(() -> crew.each("answers", items, item -> {
                    if (item == 10) {
                        throw new IllegalStateException("refused");
                    }
                    done.add(item);
                }))
                .hasMessage("refused");
        assertThat(done).hasSizeLessThan(100_000).doesNotContain(10);
    }
}
