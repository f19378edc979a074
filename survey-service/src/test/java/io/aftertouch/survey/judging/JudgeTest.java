package io.aftertouch.survey.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.judging.Situations.JUDGE;
import static io.aftertouch.survey.judging.Situations.NOON;
import static io.aftertouch.survey.judging.Situations.anybody;
import static io.aftertouch.survey.judging.Situations.askedBefore;
import static io.aftertouch.survey.judging.Situations.asking;
import static io.aftertouch.survey.judging.Situations.ticketClosed;
import static org.assertj.core.api.Assertions.assertThat;

class JudgeTest {

    @Test
    void whoIsFreeIsInvitedAtOnceAndHasTwoWeeks() {
        assertThat(judged(anybody(), asking("nps").terms()))
                .isEqualTo(new Judgement.Invited(
                        asking("nps").terms(), Channel.EMAIL, NOON, NOON.plus(Duration.ofDays(14))));
    }

    @Test
    void theDelayRunsFromTheEventAndNotFromItsArrival() {
        Terms terms = asking("nps").after(Duration.ofHours(2)).terms();

        assertThat(dueWhenJudgedAt(terms, NOON)).isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertThat(dueWhenJudgedAt(terms, NOON.plus(Duration.ofHours(1)))).isEqualTo(NOON.plus(Duration.ofHours(2)));
        Instant late = NOON.plus(Duration.ofHours(3));
        assertThat(dueWhenJudgedAt(terms, late)).isEqualTo(late);
    }

    @Test
    void whatWouldHaveExpiredByNowIsTooOld() {
        Terms terms = asking("nps").terms();

        assertThat(dueWhenJudgedAt(terms, NOON.plus(Duration.ofDays(14)))).isNotNull();
        assertThat(reason(JUDGE.judge(
                                ticketClosed(),
                                anybody(),
                                List.of(terms),
                                NOON.plus(Duration.ofDays(14)).plusMillis(1))
                        .getFirst()))
                .isEqualTo(Reason.TOO_OLD);
    }

    @Test
    void everyCheckHasItsReason() {
        Addressee optedOut = new Addressee(true, false, true, List.of(), Set.of());
        Addressee withoutMail = new Addressee(false, true, false, List.of(), Set.of());
        Addressee backAgain = new Addressee(true, false, false, List.of(), Set.of("support.reopened"));

        assertThat(reason(judged(anybody(), asking("nps").retired().terms()))).isEqualTo(Reason.SURVEY_RETIRED);
        assertThat(reason(judged(anybody(), asking("nps").where(country("SE")).terms())))
                .isEqualTo(Reason.CONDITION);
        assertThat(reason(judged(anybody(), asking("nps").sample("0").terms()))).isEqualTo(Reason.SAMPLED_OUT);
        assertThat(reason(judged(withoutMail, asking("nps").terms()))).isEqualTo(Reason.NO_ADDRESS);
        assertThat(reason(judged(optedOut, asking("nps").terms()))).isEqualTo(Reason.OPTED_OUT);
        assertThat(reason(judged(
                        backAgain, asking("nps").notAfter("support.reopened").terms())))
                .isEqualTo(Reason.CANCELLED);
        assertThat(reason(judged(
                        askedBefore("csat", Duration.ofDays(1)), asking("nps").terms())))
                .isEqualTo(Reason.QUARANTINE);
    }

    @Test
    void theFirstChannelThatReachesTheRespondentIsUsed() {
        Addressee byPhone = new Addressee(false, true, false, List.of(), Set.of());
        Terms terms = asking("nps").by(Channel.EMAIL, Channel.LINK).terms();

        assertThat(judged(anybody(), terms))
                .isInstanceOfSatisfying(Judgement.Invited.class, invited -> assertThat(invited.channel())
                        .isEqualTo(Channel.EMAIL));
        assertThat(judged(byPhone, terms))
                .isInstanceOfSatisfying(Judgement.Invited.class, invited -> assertThat(invited.channel())
                        .isEqualTo(Channel.LINK));
    }

    @Test
    void allConditionsMustHold() {
        assertThat(judged(
                                anybody(),
                                asking("nps")
                                        .where(country("DK"), amount("100"))
                                        .terms())
                        .outcome())
                .isEqualTo(Outcome.INVITED);
        assertThat(judged(
                                anybody(),
                                asking("nps")
                                        .where(country("DK"), amount("200"))
                                        .terms())
                        .outcome())
                .isEqualTo(Outcome.NOT_INVITED);
    }

    @Test
    void theRuleWithTheHigherPriorityAsksAndTheOtherGivesWay() {
        Terms less =
                asking("csat").rule(new UUID(1, 1)).satisfaction().priority(1).terms();
        Terms more = asking("nps").rule(new UUID(1, 2)).priority(2).terms();

        List<Judgement> judgements = JUDGE.judge(ticketClosed(), anybody(), List.of(less, more), NOON);

        assertThat(judgements)
                .extracting(judgement -> judgement.terms().survey())
                .containsExactly("nps", "csat");
        assertThat(judgements.get(0).outcome()).isEqualTo(Outcome.INVITED);
        assertThat(judgements.get(1))
                .isEqualTo(new Judgement.NotInvited(
                        less, Reason.HIGHER_PRIORITY, Optional.of(NOON.plus(Duration.ofDays(30)))));
    }

    @Test
    void aRuleThatDoesNotAskLeavesTheWayToTheNext() {
        Terms pickier = asking("nps")
                .rule(new UUID(1, 1))
                .priority(2)
                .where(country("SE"))
                .terms();
        Terms other = asking("csat").rule(new UUID(1, 2)).satisfaction().terms();

        assertThat(JUDGE.judge(ticketClosed(), anybody(), List.of(pickier, other), NOON))
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.NOT_INVITED, Outcome.INVITED);
    }

    @Test
    void justBeforeSendingItIsJudgedAgain() {
        Terms terms = asking("nps").terms();

        assertThat(JUDGE.objection(terms, Channel.EMAIL, anybody(), NOON)).isEmpty();
        assertThat(JUDGE.objection(asking("nps").retired().terms(), Channel.EMAIL, anybody(), NOON))
                .contains(Reason.SURVEY_RETIRED);
        assertThat(JUDGE.objection(terms, Channel.EMAIL, new Addressee(true, false, true, List.of(), Set.of()), NOON))
                .contains(Reason.OPTED_OUT);
        assertThat(JUDGE.objection(terms, Channel.EMAIL, new Addressee(false, false, false, List.of(), Set.of()), NOON))
                .contains(Reason.NO_ADDRESS);
        assertThat(JUDGE.objection(terms, Channel.EMAIL, askedBefore("csat", Duration.ofDays(2)), NOON))
                .contains(Reason.QUARANTINE);
    }

    private static Judgement judged(Addressee addressee, Terms terms) {
        return JUDGE.judge(ticketClosed(), addressee, List.of(terms), NOON).getFirst();
    }

    private static Instant dueWhenJudgedAt(Terms terms, Instant now) {
        return ((Judgement.Invited) JUDGE.judge(ticketClosed(), anybody(), List.of(terms), now)
                        .getFirst())
                .dueAt();
    }

    private static Reason reason(Judgement judgement) {
        return judgement.reason();
    }

    private static Condition country(String country) {
        return new Condition("segment.country", Operator.EQUALS, country, null);
    }

    private static Condition amount(String above) {
        return new Condition("attribute.amount", Operator.GREATER_THAN, above, null);
    }
}
