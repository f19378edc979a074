package io.aftertouch.survey.judging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.judging.Situations.NOON;
import static io.aftertouch.survey.judging.Situations.POLICY;
import static io.aftertouch.survey.judging.Situations.asking;
import static io.aftertouch.survey.judging.Situations.policy;
import static org.assertj.core.api.Assertions.assertThat;

class ContactPolicyTest {

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

    @Test
    void aSurveyMayHaveARestOfItsOwnBesideTheQuarantine() {
        Terms yearly = asking("yearly").terms();
        Terms oftenButNotThatOften = asking("yearly").satisfaction().terms();

        assertThat(POLICY.closedUntil(yearly, asked("yearly", 100), NOON)).contains(NOON.plus(Duration.ofDays(265)));
        assertThat(POLICY.closedUntil(oftenButNotThatOften, asked("yearly", 100), NOON))
                .isPresent();
        assertThat(POLICY.closedUntil(yearly, asked("csat", 31), NOON)).isEmpty();
    }

    @Test
    void aDayOfTheRespondentIsFullWhenTheCapIsReached() {
        ContactPolicy one = policy(Optional.of(1), Optional.empty());
        List<Asking> thisMorning = List.of(new Asking("csat", NOON.minus(Duration.ofHours(5))));

        assertThat(one.fullUntil(thisMorning, NOON, Optional.empty())).contains(Instant.parse("2026-11-21T23:00:00Z"));
        assertThat(one.fullUntil(thisMorning, NOON, Optional.of(ZoneId.of("America/New_York"))))
                .contains(Instant.parse("2026-11-22T05:00:00Z"));
        assertThat(one.fullUntil(thisMorning, NOON.plus(Duration.ofHours(11)), Optional.empty()))
                .isEmpty();
        assertThat(policy(Optional.of(2), Optional.empty()).fullUntil(thisMorning, NOON, Optional.empty()))
                .isEmpty();
        assertThat(POLICY.fullUntil(thisMorning, NOON, Optional.empty())).isEmpty();
    }

    @Test
    void freeIsWhoNothingStandsAgainst() {
        ContactPolicy strict =
                policy(Optional.of(1), Optional.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))));
        List<Asking> askings = List.of(
                new Asking("csat", NOON.minus(Duration.ofDays(10))),
                new Asking("csat", NOON.plus(Duration.ofDays(40))));

        assertThat(strict.freeFrom(csat, askings, NOON, Optional.empty()))
                .as("twenty days from now the next one is too near, and seventy days from now it is noon")
                .isEqualTo(NOON.plus(Duration.ofDays(70)));
        assertThat(strict.freeFrom(csat, List.of(), NOON.plus(Duration.ofHours(9)), Optional.empty()))
                .isEqualTo(Instant.parse("2026-11-22T07:00:00Z"));
        assertThat(strict.freeFrom(csat, List.of(), NOON, Optional.empty())).isEqualTo(NOON);
    }

    @Test
    void aCountryHasItsSendingRuleAndEveryOtherTheCommonOne() {
        assertThat(POLICY.sendingRule(Optional.of("DE"))).isEqualTo(SendingRule.CONSENT_REQUIRED);
        assertThat(POLICY.sendingRule(Optional.of("DK"))).isEqualTo(SendingRule.NEUTRAL_MAIL_ONLY);
        assertThat(POLICY.sendingRule(Optional.of("SE"))).isEqualTo(SendingRule.FREE);
        assertThat(POLICY.sendingRule(Optional.empty())).isEqualTo(SendingRule.FREE);
    }

    private static List<Asking> asked(String survey, int daysAgo) {
        return List.of(new Asking(survey, NOON.minus(Duration.ofDays(daysAgo))));
    }
}
