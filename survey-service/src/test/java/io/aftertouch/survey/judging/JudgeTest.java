package io.aftertouch.survey.judging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.judging.Situations.JUDGE;
import static io.aftertouch.survey.judging.Situations.NOON;
import static io.aftertouch.survey.judging.Situations.anybody;
import static io.aftertouch.survey.judging.Situations.askedBefore;
import static io.aftertouch.survey.judging.Situations.asking;
import static io.aftertouch.survey.judging.Situations.policy;
import static io.aftertouch.survey.judging.Situations.somebody;
import static io.aftertouch.survey.judging.Situations.ticketClosed;
import static org.assertj.core.api.Assertions.assertThat;

class JudgeTest {

    @Test
    void nobodyIsAskedAtARetiredTouchpointNowOrWhenItIsDue() {
        Terms terms = asking("nps").atARetiredTouchpoint().terms();

        assertThat(reason(judged(anybody(), terms))).isEqualTo(Reason.TOUCHPOINT_RETIRED);
        assertThat(JUDGE.objection(terms, Channel.EMAIL, NOON, anybody(), NOON)).contains(Reason.TOUCHPOINT_RETIRED);
    }

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
        Addressee optedOut = somebody().whoOptedOut().addressee();
        Addressee withoutMail = somebody().withoutEmail().withPhone().addressee();
        Addressee backAgain = somebody().wasSinceAt("support.reopened").addressee();

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
        Addressee byPhone = somebody().withoutEmail().withPhone().addressee();
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

        assertThat(JUDGE.objection(terms, Channel.EMAIL, NOON, anybody(), NOON)).isEmpty();
        assertThat(JUDGE.objection(asking("nps").retired().terms(), Channel.EMAIL, NOON, anybody(), NOON))
                .contains(Reason.SURVEY_RETIRED);
        assertThat(JUDGE.objection(
                        terms, Channel.EMAIL, NOON, somebody().whoOptedOut().addressee(), NOON))
                .contains(Reason.OPTED_OUT);
        assertThat(JUDGE.objection(
                        terms, Channel.EMAIL, NOON, somebody().withoutEmail().addressee(), NOON))
                .contains(Reason.NO_ADDRESS);
        assertThat(JUDGE.objection(terms, Channel.EMAIL, NOON, askedBefore("csat", Duration.ofDays(2)), NOON))
                .contains(Reason.QUARANTINE);
    }

    @Test
    void beforeSendingTheNewTermsHoldToo() {
        Terms over = asking("nps").active(null, NOON).terms();
        Terms terms = asking("nps").terms();

        assertThat(JUDGE.objection(over, Channel.EMAIL, NOON, anybody(), NOON)).contains(Reason.NOT_ACTIVE);
        assertThat(JUDGE.objection(
                        terms, Channel.EMAIL, NOON, somebody().from("DE").addressee(), NOON))
                .contains(Reason.NO_CONSENT);
        assertThat(JUDGE.objection(
                        terms, Channel.LINK, NOON, somebody().from("DE").addressee(), NOON))
                .isEmpty();
        assertThat(JUDGE.objection(
                        terms,
                        Channel.EMAIL,
                        NOON,
                        somebody().whoseMailBounced().addressee(),
                        NOON))
                .contains(Reason.ADDRESS_BOUNCED);
    }

    @Test
    void aRuleAsksOnlyAboutWhatHappenedInItsActivePeriod() {
        Instant later = NOON.plusSeconds(1);

        assertThat(judged(anybody(), asking("nps").active(NOON, later).terms()).outcome())
                .isEqualTo(Outcome.INVITED);
        assertThat(reason(judged(anybody(), asking("nps").active(later, null).terms())))
                .isEqualTo(Reason.NOT_ACTIVE);
        assertThat(reason(judged(anybody(), asking("nps").active(null, NOON).terms())))
                .isEqualTo(Reason.NOT_ACTIVE);
    }

    @Test
    void whereAConsentIsRequiredOnlyWhoGaveOneIsWrittenTo() {
        Terms byMail = asking("nps").terms();
        Terms byMailOrLink = asking("nps").by(Channel.EMAIL, Channel.LINK).terms();

        assertThat(reason(judged(somebody().from("DE").addressee(), byMail))).isEqualTo(Reason.NO_CONSENT);
        assertThat(judged(somebody().from("DE").withConsent().addressee(), byMail)
                        .outcome())
                .isEqualTo(Outcome.INVITED);
        assertThat(judged(somebody().from("DK").addressee(), byMail).outcome()).isEqualTo(Outcome.INVITED);
        assertThat(channel(judged(somebody().from("DE").addressee(), byMailOrLink)))
                .as("a link that is handed out is not sent")
                .isEqualTo(Channel.LINK);
    }

    @Test
    void theEventTellsTheCountryOfWhoDoesNot() {
        Occurrence inGermany = new Occurrence("shop", "1", "shop.order", NOON, Map.of("country", "DE"), Map.of());
        Terms terms = asking("nps").terms();

        assertThat(reason(
                        JUDGE.judge(inGermany, anybody(), List.of(terms), NOON).getFirst()))
                .isEqualTo(Reason.NO_CONSENT);
        assertThat(JUDGE.judge(inGermany, somebody().from("SE").addressee(), List.of(terms), NOON)
                        .getFirst()
                        .outcome())
                .as("a Swede on holiday")
                .isEqualTo(Outcome.INVITED);
    }

    @Test
    void aBouncedAddressIsNoAddressAndTheNextChannelIsTried() {
        Addressee bounced = somebody().whoseMailBounced().withPhone().addressee();

        assertThat(reason(judged(bounced, asking("nps").terms()))).isEqualTo(Reason.ADDRESS_BOUNCED);
        assertThat(channel(judged(
                        bounced,
                        asking("nps").by(Channel.EMAIL, Channel.WEBHOOK).terms())))
                .isEqualTo(Channel.WEBHOOK);
    }

    @Test
    void ofSeveralChannelsTheNearestMissGivesTheReason() {
        Terms both = asking("nps").by(Channel.WEBHOOK, Channel.EMAIL).terms();

        assertThat(reason(judged(somebody().withoutEmail().addressee(), both))).isEqualTo(Reason.NO_ADDRESS);
        assertThat(reason(judged(somebody().whoseMailBounced().addressee(), both)))
                .isEqualTo(Reason.ADDRESS_BOUNCED);
        assertThat(reason(judged(
                        somebody().whoseMailBounced().withPhone().from("DE").addressee(), both)))
                .isEqualTo(Reason.NO_CONSENT);
    }

    @Test
    void quietHoursMoveTheDueTimeToTheirEndByTheClockOnTheWall() {
        Judge judge = new Judge(
                policy(Optional.empty(), Optional.of(new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0)))));
        Terms terms = asking("nps").terms();
        Instant twoInCopenhagen = NOON.plus(Duration.ofHours(1));

        assertThat(judge.judge(ticketClosed(), anybody(), List.of(terms), NOON))
                .containsExactly(new Judgement.Invited(
                        terms, Channel.EMAIL, twoInCopenhagen, twoInCopenhagen.plus(Duration.ofDays(14))));
        assertThat(judge.judge(ticketClosed(), somebody().in("Europe/London").addressee(), List.of(terms), NOON))
                .containsExactly(new Judgement.Invited(
                        terms,
                        Channel.EMAIL,
                        NOON.plus(Duration.ofHours(2)),
                        NOON.plus(Duration.ofHours(2)).plus(Duration.ofDays(14))));
        assertThat(judge.heldUntil(anybody(), NOON)).contains(twoInCopenhagen);
        assertThat(judge.heldUntil(anybody(), twoInCopenhagen)).isEmpty();
    }

    @Test
    void nobodyIsAskedMoreOftenInOneDayThanTheCapSays() {
        Judge judge = new Judge(policy(Optional.of(2), Optional.empty()));
        Terms always = asking("csat").quarantine(Duration.ZERO).terms();
        Addressee twice = somebody()
                .asked("a", NOON.minus(Duration.ofHours(3)))
                .asked("b", NOON.plus(Duration.ofHours(3)))
                .addressee();
        Instant midnight = Instant.parse("2026-11-21T23:00:00Z");

        assertThat(judge.judge(ticketClosed(), askedBefore("a", Duration.ofHours(3)), List.of(always), NOON))
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.INVITED);
        assertThat(judge.judge(ticketClosed(), twice, List.of(always), NOON))
                .containsExactly(new Judgement.NotInvited(always, Reason.DAILY_CAP, Optional.of(midnight)));
        assertThat(judge.heldUntil(twice, NOON)).contains(midnight);
    }

    @Test
    void theCapCountsWhatTheSameEventLeadsTo() {
        Judge judge = new Judge(policy(Optional.of(1), Optional.empty()));
        Terms first = asking("a")
                .rule(new UUID(1, 1))
                .priority(2)
                .quarantine(Duration.ZERO)
                .terms();
        Terms second = asking("b")
                .rule(new UUID(1, 2))
                .priority(1)
                .quarantine(Duration.ZERO)
                .terms();

        assertThat(judge.judge(ticketClosed(), anybody(), List.of(first, second), NOON))
                .extracting(Judgement::reason)
                .containsExactly(Reason.INVITED, Reason.DAILY_CAP);
    }

    @Test
    void whatTimeStandsAgainstIsDeferredWhenItMayWaitThatLong() {
        Addressee asked = askedBefore("csat", Duration.ofDays(10));
        Instant free = NOON.plus(Duration.ofDays(20));
        Terms patient = asking("nps").deferredUpTo(Duration.ofDays(20)).terms();
        Terms hasty = asking("nps").deferredUpTo(Duration.ofDays(19)).terms();

        assertThat(judged(asked, patient)).isEqualTo(new Judgement.Deferred(patient, free, free));
        assertThat(judged(asked, hasty))
                .isEqualTo(new Judgement.NotInvited(hasty, Reason.QUARANTINE, Optional.of(free)));
    }

    @Test
    void thePatienceOfARuleRunsFromItsDueTime() {
        Terms terms = asking("nps")
                .after(Duration.ofDays(1))
                .deferredUpTo(Duration.ofDays(19))
                .terms();

        assertThat(judged(askedBefore("csat", Duration.ofDays(10)), terms))
                .isEqualTo(
                        new Judgement.Deferred(terms, NOON.plus(Duration.ofDays(20)), NOON.plus(Duration.ofDays(20))));
    }

    @Test
    void whatMayWaitExactlyAsLongAsTheQuarantineIsDeferredThoughItsEventTookAMoment() {
        Terms more = asking("nps").rule(new UUID(1, 2)).priority(2).terms();
        Terms less = asking("csat")
                .rule(new UUID(1, 1))
                .satisfaction()
                .deferredUpTo(Duration.ofDays(30))
                .terms();
        Instant now = NOON.plusMillis(350);
        Instant free = now.plus(Duration.ofDays(30));

        assertThat(JUDGE.judge(ticketClosed(), anybody(), List.of(more, less), now)
                        .getLast())
                .isEqualTo(new Judgement.Deferred(less, free, free));
    }

    @Test
    void whoGivesWayToAnotherRuleIsDeferredToTheEndOfItsQuarantine() {
        Terms more = asking("nps").rule(new UUID(1, 2)).priority(2).terms();
        Terms less = asking("csat")
                .rule(new UUID(1, 1))
                .satisfaction()
                .deferredUpTo(Duration.ofDays(45))
                .terms();

        assertThat(JUDGE.judge(ticketClosed(), anybody(), List.of(less, more), NOON)
                        .getLast())
                .isEqualTo(
                        new Judgement.Deferred(less, NOON.plus(Duration.ofDays(30)), NOON.plus(Duration.ofDays(45))));
    }

    @Test
    void nothingButTimeIsWaitedFor() {
        Terms patient = asking("nps").deferredUpTo(Duration.ofDays(90)).terms();

        assertThat(reason(judged(somebody().whoOptedOut().addressee(), patient)))
                .isEqualTo(Reason.OPTED_OUT);
        assertThat(reason(judged(somebody().withoutEmail().addressee(), patient)))
                .isEqualTo(Reason.NO_ADDRESS);
    }

    @Test
    void whatWasDeferredIsJudgedAgainInOrderOfPriority() {
        Instant deadline = NOON.plus(Duration.ofDays(40));
        Instant now = NOON.plus(Duration.ofDays(30));
        Terms more = asking("nps").rule(new UUID(1, 2)).priority(2).terms();
        Terms less = asking("csat").rule(new UUID(1, 1)).terms();
        Occurrence newer = new Occurrence(
                "helpdesk", "4712", "support.closed", NOON.plusSeconds(60), Map.of("country", "DK"), Map.of());

        List<Judge.Judged> judged = JUDGE.judgeAgain(
                List.of(
                        Matter.deferred(ticketClosed(), anybody(), less, deadline),
                        Matter.deferred(ticketClosed(), anybody(), more, deadline.plus(Duration.ofDays(80))),
                        Matter.deferred(newer, anybody(), more, deadline)),
                now);

        assertThat(judged)
                .extracting(Judge.Judged::judgement)
                .containsExactly(
                        new Judgement.Invited(more, Channel.EMAIL, now, now.plus(Duration.ofDays(14))),
                        new Judgement.Deferred(more, now.plus(Duration.ofDays(90)), deadline.plus(Duration.ofDays(80))),
                        new Judgement.NotInvited(
                                less, Reason.HIGHER_PRIORITY, Optional.of(now.plus(Duration.ofDays(30)))));
        assertThat(judged.getFirst().matter().occurrence())
                .as("the latest event")
                .isEqualTo(newer);
    }

    @Test
    void whatWasDeferredPastItsDeadlineIsTooOld() {
        Terms terms = asking("nps").terms();
        Matter late = Matter.deferred(ticketClosed(), anybody(), terms, NOON.plusSeconds(1));

        assertThat(reason(JUDGE.judgeAgain(List.of(late), NOON.plusSeconds(2))
                        .getFirst()
                        .judgement()))
                .isEqualTo(Reason.TOO_OLD);
        assertThat(JUDGE.judgeAgain(List.of(late), NOON.plusSeconds(1))
                        .getFirst()
                        .judgement()
                        .outcome())
                .isEqualTo(Outcome.INVITED);
    }

    private static Channel channel(Judgement judgement) {
        return ((Judgement.Invited) judgement).channel();
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
