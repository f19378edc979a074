package io.aftertouch.feedback.suspicion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.aftertouch.feedback.response.Evidence;
import io.aftertouch.feedback.response.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0) Firefox/145.0";

    private final ProgramCheck check = new ProgramCheck(
            Duration.ofSeconds(1), 3, Duration.ofSeconds(10), Duration.ofSeconds(10), List.of("barracuda", "crawler"));

    @Test
    void whoeverReadsAndSendsIsAPerson() {
        Evidence evidence = check.judge(sent(Duration.ofSeconds(4), "seen", BROWSER), List.of());
        assertThat(evidence.signs()).isEmpty();
        assertThat(evidence.isSuspicious()).isFalse();
    }

    @Test
    void aBrowserWithoutScriptsSaysNothingOfInput() {
        assertThat(check.judge(sent(Duration.ofSeconds(4), "", BROWSER), List.of())
                        .signs())
                .isEmpty();
        assertThat(check.judge(sent(Duration.ofSeconds(4), null, null), List.of())
                        .signs())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "400, true", "999, true", "1000, false", "90000000, false"})
    void nobodySendsWithinASecond(long millis, boolean suspicious) {
        Evidence evidence = check.judge(sent(Duration.ofMillis(millis), "seen", BROWSER), List.of());
        assertThat(evidence.signs().equals(List.of(Sign.TOO_FAST))).isEqualTo(suspicious);
        assertThat(evidence.sentAfterMillis()).isEqualTo(millis);
    }

    /** Shown by one instance and sent to another whose clock is behind: how long it was read is not known. */
    @Test
    void nobodyPaysForClocksOfOursThatDisagree() {
        Evidence evidence = check.judge(sent(Duration.ofSeconds(-3), "seen", BROWSER), List.of());
        assertThat(evidence.signs()).isEmpty();
        assertThat(evidence.sentAfterMillis()).isNull();
    }

    @Test
    void aFormThatWasNotShownWasNotRead() {
        Evidence evidence = check.judge(new Sending(Optional.empty(), NOW, null, BROWSER), List.of());
        assertThat(evidence.signs()).containsExactly(Sign.NOT_SHOWN);
        assertThat(evidence.sentAfterMillis()).isNull();
    }

    @Test
    void aPageThatSawNoInputWasNotUsed() {
        assertThat(check.judge(sent(Duration.ofSeconds(4), "none", BROWSER), List.of())
                        .signs())
                .containsExactly(Sign.NO_INPUT);
    }

    @Test
    void programsThatSaySoAreBelieved() {
        assertThat(check.judge(sent(Duration.ofSeconds(4), "seen", "BarracudaSentinel (EE)"), List.of())
                        .signs())
                .containsExactly(Sign.SCANNER_AGENT);
    }

    @Test
    void theLinkThatNobodySeesTellsAProgram() {
        assertThat(check.judge(read(), List.of(opened(LinkOpening.TRAP, 9))).signs())
                .containsExactly(Sign.TRAP_LINK);
        assertThat(check.judge(read(), List.of(opened(LinkOpening.TRAP, 15))).signs())
                .as("the program was there when the message came, the person came later")
                .isEmpty();
    }

    @Test
    void manyLinksWithinSecondsTellAProgram() {
        List<LinkOpening> all = IntStream.rangeClosed(0, 10)
                .mapToObj(score -> opened("score-" + score, 8 + score / 4))
                .toList();
        Evidence evidence = check.judge(read(), all);
        assertThat(evidence.signs()).containsExactly(Sign.MANY_LINKS);
        assertThat(evidence.linksOpened()).isEqualTo(11);
    }

    @Test
    void whoeverComesAfterTheProgramIsNoProgram() {
        List<LinkOpening> before = IntStream.rangeClosed(0, 10)
                .mapToObj(score -> opened("score-" + score, 15 + score / 4))
                .toList();
        assertThat(check.judge(read(), before).signs()).isEmpty();
    }

    @Test
    void aPersonMayThinkAgain() {
        assertThat(check.judge(read(), List.of(opened("score-9", 12), opened("score-7", 8), opened("score-8", 1)))
                        .signs())
                .as("never three within ten seconds")
                .isEmpty();
    }

    @Test
    void aLinkThatWasOnlyAskedAboutSaysLittle() {
        Evidence evidence = check.judge(read(), List.of(new LinkOpening("score-9", NOW.minusSeconds(9), true)));
        assertThat(evidence.signs()).containsExactly(Sign.HEAD_REQUEST);
        assertThat(evidence.isSuspicious()).isFalse();
    }

    private static Sending read() {
        return sent(Duration.ofSeconds(4), "seen", BROWSER);
    }

    private static Sending sent(Duration after, String input, String agent) {
        return new Sending(Optional.of(NOW.minus(after)), NOW, input, agent);
    }

    private static LinkOpening opened(String link, long secondsAgo) {
        return new LinkOpening(link, NOW.minusSeconds(secondsAgo), false);
    }
}
