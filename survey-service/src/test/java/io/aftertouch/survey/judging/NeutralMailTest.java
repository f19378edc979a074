package io.aftertouch.survey.judging;

import java.util.List;

import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.judging.Situations.NOON;
import static io.aftertouch.survey.judging.Situations.asking;
import static io.aftertouch.survey.judging.Situations.somebody;
import static org.assertj.core.api.Assertions.assertThat;

/** Where only neutral mail is allowed, only surveys that were proved neutral are sent. */
class NeutralMailTest {

    private static final Judge JUDGE = Situations.JUDGE;

    @Test
    void aDaneIsOnlyAskedWithWhatIsProvedNeutral() {
        assertThat(judged("DK", asking("nps").terms()).outcome()).isEqualTo(Outcome.INVITED);
        assertThat(judged("DK", asking("nps").withWarmWords().terms()))
                .isInstanceOfSatisfying(Judgement.NotInvited.class, no -> assertThat(no.reason())
                        .isEqualTo(Reason.NOT_NEUTRAL));
        assertThat(judged("SE", asking("nps").withWarmWords().terms()).outcome())
                .isEqualTo(Outcome.INVITED);
    }

    @Test
    void aLinkThatIsHandedOutIsNotSent() {
        assertThat(judged(
                                "DK",
                                asking("nps")
                                        .withWarmWords()
                                        .by(Channel.EMAIL, Channel.LINK)
                                        .terms())
                        .outcome())
                .isEqualTo(Outcome.INVITED);
    }

    @Test
    void itIsJudgedAgainWhenItIsSent() {
        Addressee dane = somebody().from("DK").addressee();

        assertThat(JUDGE.objection(asking("nps").withWarmWords().terms(), Channel.EMAIL, NOON, dane, NOON))
                .contains(Reason.NOT_NEUTRAL);
        assertThat(JUDGE.objection(asking("nps").terms(), Channel.EMAIL, NOON, dane, NOON))
                .isEmpty();
    }

    private static Judgement judged(String country, Terms terms) {
        return JUDGE.judge(Situations.ticketClosed(), somebody().from(country).addressee(), List.of(terms), NOON)
                .getFirst();
    }
}
