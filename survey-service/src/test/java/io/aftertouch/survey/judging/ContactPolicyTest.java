package io.aftertouch.survey.judging;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.judging.Situations.NOON;
import static io.aftertouch.survey.judging.Situations.asking;
import static org.assertj.core.api.Assertions.assertThat;

class ContactPolicyTest {

    private static final ContactPolicy POLICY = new ContactPolicy(Duration.ofDays(30), Duration.ofDays(90));

    private final Terms nps = asking("nps").terms();
    private final Terms csat = asking("csat").satisfaction().terms();

    @Test
    void thirtyDaysLieBetweenAnyTwoQuestions() {
        assertThat(POLICY.closedUntil(csat, asked("nps", 29), NOON)).contains(NOON.plus(Duration.ofDays(1)));
        assertThat(POLICY.closedUntil(csat, asked("nps", 30), NOON)).isEmpty();
        assertThat(POLICY.closedUntil(csat, asked("csat", 30), NOON)).isEmpty();
    }

    @Test
    void ninetyDaysLieBetweenTwoOfTheSameNpsSurvey() {
        assertThat(POLICY.closedUntil(nps, asked("nps", 89), NOON)).contains(NOON.plus(Duration.ofDays(1)));
        assertThat(POLICY.closedUntil(nps, asked("nps", 90), NOON)).isEmpty();
        assertThat(POLICY.closedUntil(nps, asked("other-nps", 31), NOON)).isEmpty();
    }

    @Test
    void bothClocksRunAtOnceAndTheLaterOneCounts() {
        List<Asking> both = List.of(
                new Asking("nps", NOON.minus(Duration.ofDays(80))), new Asking("csat", NOON.minus(Duration.ofDays(5))));

        assertThat(POLICY.closedUntil(nps, both, NOON)).contains(NOON.plus(Duration.ofDays(25)));
    }

    @Test
    void whatIsPlannedCountsToo() {
        List<Asking> tomorrow = List.of(new Asking("csat", NOON.plus(Duration.ofDays(1))));

        assertThat(POLICY.closedUntil(nps, tomorrow, NOON)).contains(NOON.plus(Duration.ofDays(31)));
        assertThat(POLICY.closedUntil(nps, tomorrow, NOON.minus(Duration.ofDays(30))))
                .isEmpty();
    }

    @Test
    void aRuleMayHaveAQuarantineOfItsOwn() {
        Terms always = asking("nps").quarantine(Duration.ZERO).terms();
        Terms yearly = asking("nps").quarantine(Duration.ofDays(365)).terms();

        assertThat(POLICY.closedUntil(always, asked("nps", 0), NOON)).isEmpty();
        assertThat(POLICY.closedUntil(yearly, asked("csat", 100), NOON)).contains(NOON.plus(Duration.ofDays(265)));
    }

    private static List<Asking> asked(String survey, int daysAgo) {
        return List.of(new Asking(survey, NOON.minus(Duration.ofDays(daysAgo))));
    }
}
