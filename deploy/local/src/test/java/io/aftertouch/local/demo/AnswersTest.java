package io.aftertouch.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTest {

    private static final String A_SATURDAY_EVENING = "2026-11-21T22:40:00Z";
    private static final Predicate<Answer> SWEDISH_DELIVERIES =
            answer -> answer.touchpoint().equals("order.delivered")
                    && answer.segments().get("country").equals("SE");
    private static final Predicate<Answer> TICKETS_OF_GUESTS =
            answer -> answer.touchpoint().equals("support.ticket-closed")
                    && answer.segments().get("plan").equals("guest");

    @Test
    void theSameStoryIsToldInTheSameWords() {
        assertThat(answersUntil(A_SATURDAY_EVENING)).isEqualTo(answersUntil(A_SATURDAY_EVENING));
    }

    @Test
    void anotherSeedTellsAnotherStory() {
        Story other = new Story(1, Instant.parse(A_SATURDAY_EVENING), null);
        assertThat(Answers.of(other, customersOf(other))).isNotEqualTo(answersUntil(A_SATURDAY_EVENING));
    }

    @Test
    void noTwoAnswersHaveOneId() {
        List<Answer> answers = answersUntil(A_SATURDAY_EVENING);
        assertThat(answers)
                .extracting(Answer::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9.-]{1,64}"));
    }

    @Test
    void ninetyDaysBringAboutSixThousandAnswersAThirdOfThemWithWords() {
        List<Answer> answers = answersUntil(A_SATURDAY_EVENING);
        assertThat(answers).hasSizeBetween(5_700, 6_900);
        assertThat(part(answers, answer -> answer.comment() != null)).isBetween(0.28, 0.38);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.answeredAt())
                .isBetween(Instant.parse("2026-08-23T22:40:00Z"), Instant.parse(A_SATURDAY_EVENING)));
    }

    @Test
    void everyTouchpointIsAnsweredAndTwoHaveFewAnswersInFourWeeks() {
        Instant until = Instant.parse(A_SATURDAY_EVENING);
        Map<String, Long> counts = answersUntil(A_SATURDAY_EVENING).stream()
                .filter(answer -> answer.answeredAt().isAfter(until.minus(Duration.ofDays(28))))
                .collect(Collectors.groupingBy(Answer::touchpoint, Collectors.counting()));
        assertThat(counts).hasSize(12);
        assertThat(counts.get("club.one-year")).isBetween(5L, 29L);
        assertThat(counts.get("search.used")).isBetween(5L, 29L);
        counts.forEach((touchpoint, count) -> {
            if (!Set.of("club.one-year", "search.used", "order.collected").contains(touchpoint)) {
                assertThat(count).as(touchpoint).isGreaterThan(60);
            }
        });
    }

    @Test
    void anAnswerSpeaksTheLanguageOfItsRespondentAndSomeAnswerAgain() {
        List<Answer> answers = answersUntil(A_SATURDAY_EVENING);
        assertThat(answers).extracting(Answer::locale).contains("da", "sv", "nb", "en", "de");
        assertThat(answers.stream().map(Answer::respondentRef).collect(Collectors.toSet()))
                .hasSizeBetween(1_500, 2_400);
        assertThat(answers)
                .filteredOn(answer -> answer.segments().get("country").equals("NO"))
                .extracting(Answer::locale)
                .containsOnly("nb", "en");
    }

    @Test
    void membersOnlyAreAskedAboutTheClub() {
        assertThat(answersUntil(A_SATURDAY_EVENING))
                .filteredOn(answer -> answer.touchpoint().startsWith("club."))
                .allMatch(answer -> answer.segments().get("plan").equals("club"));
    }

    @Test
    void oneCommentTriesToBeAScript() {
        assertThat(answersUntil(A_SATURDAY_EVENING))
                .filteredOn(
                        answer -> answer.comment() != null && answer.comment().startsWith("<script>"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.band()).isEqualTo(Band.NEGATIVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                A_SATURDAY_EVENING,
                "2026-11-22T23:05:00Z",
                "2026-11-24T06:00:00Z",
                "2026-11-27T12:00:00Z",
                "2027-03-29T09:00:00Z"
            })
    void swedishDeliveriesWentBadThreeDaysAgo(String until) {
        Instant began = daysBefore(until, 3);
        List<Answer> deliveries =
                answersUntil(until).stream().filter(SWEDISH_DELIVERIES).toList();
        List<Answer> since = deliveries.stream()
                .filter(answer -> !answer.answeredAt().isBefore(began))
                .toList();
        List<Answer> before = deliveries.stream()
                .filter(answer -> answer.answeredAt().isBefore(began))
                .toList();
        assertThat(since).hasSizeGreaterThanOrEqualTo(30);
        assertThat(negative(since)).isBetween(0.66, 0.84);
        assertThat(negative(before)).isBetween(0.05, 0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {A_SATURDAY_EVENING, "2026-11-24T06:00:00Z", "2026-11-27T12:00:00Z"})
    void guestsHaveBeenLessPleasedWithSupportForTwelveDays(String until) {
        Instant began = daysBefore(until, 12);
        List<Answer> tickets =
                answersUntil(until).stream().filter(TICKETS_OF_GUESTS).toList();
        assertThat(negative(tickets.stream()
                        .filter(answer -> !answer.answeredAt().isBefore(began))
                        .toList()))
                .isBetween(0.3, 0.55);
        assertThat(negative(tickets.stream()
                        .filter(answer -> answer.answeredAt().isBefore(began))
                        .toList()))
                .isBetween(0.04, 0.16);
    }

    @ParameterizedTest
    @ValueSource(strings = {A_SATURDAY_EVENING, "2026-11-24T06:00:00Z", "2026-11-27T12:00:00Z"})
    void nothingElseIsMuchWorseThanBefore(String until) {
        Instant window = Instant.parse(until).minus(Duration.ofDays(3));
        Instant baseline = window.minus(Duration.ofDays(28));
        List<Answer> others = answersUntil(until).stream()
                .filter(answer -> answer.answeredAt().isAfter(baseline))
                .filter(SWEDISH_DELIVERIES.or(TICKETS_OF_GUESTS).negate())
                .toList();
        for (Touchpoint touchpoint : Touchpoint.values()) {
            List<Answer> here = others.stream()
                    .filter(answer -> answer.touchpoint().equals(touchpoint.key()))
                    .toList();
            for (Map.Entry<String, String> segment : segmentsIn(here)) {
                List<Answer> cell = here.stream()
                        .filter(answer -> answer.segments().entrySet().contains(segment))
                        .toList();
                assertThat(rise(cell, window))
                        .as(touchpoint + " for " + segment)
                        .isLessThan(3.4);
            }
        }
    }

    private static Set<Map.Entry<String, String>> segmentsIn(List<Answer> answers) {
        Set<Map.Entry<String, String>> segments = new HashSet<>();
        answers.forEach(answer -> segments.addAll(answer.segments().entrySet()));
        return segments;
    }

    /** In standard errors; 0 when there are too few answers to tell. */
    private static double rise(List<Answer> cell, Instant window) {
        List<Answer> now = cell.stream()
                .filter(answer -> answer.answeredAt().isAfter(window))
                .toList();
        List<Answer> before = cell.stream()
                .filter(answer -> !answer.answeredAt().isAfter(window))
                .toList();
        double all = negative(cell);
        if (now.size() < 10 || before.size() < 10 || all == 0) {
            return 0;
        }
        return (negative(now) - negative(before))
                / Math.sqrt(all * (1 - all) * (1.0 / now.size() + 1.0 / before.size()));
    }

    private static Instant daysBefore(String until, int days) {
        return Instant.parse(until)
                .atZone(Story.ZONE)
                .truncatedTo(ChronoUnit.DAYS)
                .minusDays(days)
                .toInstant();
    }

    private static double negative(List<Answer> answers) {
        return part(answers, answer -> answer.band() == Band.NEGATIVE);
    }

    private static double part(List<Answer> answers, Predicate<Answer> some) {
        return (double) answers.stream().filter(some).count() / answers.size();
    }

    private static List<Answer> answersUntil(String until) {
        Story story = Story.endingAt(Instant.parse(until));
        return Answers.of(story, customersOf(story));
    }

    private static Customers customersOf(Story story) {
        return Customers.of(story.chance("customers"));
    }
}
