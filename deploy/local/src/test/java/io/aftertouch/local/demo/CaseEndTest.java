package io.aftertouch.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CaseEndTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T22:40:00Z", "2026-11-22T23:05:00Z", "2026-11-25T05:00:00Z"})
    void casesOlderThanFourDaysAreClosedAndThirtyFourOfTheOthersOpen(String until) {
        Story story = Story.endingAt(Instant.parse(until));
        List<Answer> answers = Answers.of(story, Customers.of(story.chance("customers")));
        Map<String, CaseEnd> ends = CaseEnd.of(answers, story);

        assertThat(answers)
                .filteredOn(answer -> answer.band() == Band.NEGATIVE)
                .allSatisfy(answer -> assertThat(ends).containsKey(answer.id()))
                .filteredOn(answer -> answer.answeredAt().isBefore(story.until().minus(Duration.ofDays(4))))
                .allSatisfy(answer -> assertThat(ends.get(answer.id()).state()).isEqualTo(CaseEnd.State.RESOLVED));
        assertThat(count(ends, CaseEnd.State.NEW)).isEqualTo(23);
        assertThat(count(ends, CaseEnd.State.IN_PROGRESS)).isEqualTo(8);
        assertThat(count(ends, CaseEnd.State.WAITING)).isEqualTo(3);
        assertThat(ends.values())
                .filteredOn(end -> end.state() == CaseEnd.State.RESOLVED)
                .allSatisfy(end -> {
                    assertThat(end.outcome()).isNotNull();
                    assertThat(end.rootCause()).isNotNull();
                });
    }

    private static long count(Map<String, CaseEnd> ends, CaseEnd.State state) {
        return ends.values().stream().filter(end -> end.state() == state).count();
    }
}
