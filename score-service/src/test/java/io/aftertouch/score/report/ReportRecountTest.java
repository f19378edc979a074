package io.aftertouch.score.report;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.Announcements.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Whatever is asked: what a report says is what counting the answers one by one comes to. */
@QuarkusTest
@RealInfrastructureTest
class ReportRecountTest {

    private static final Instant START = Instant.parse("2025-09-20T00:00:00Z");
    private static final int HOURS = 24 * 90;
    private static final int ANSWERS = 1_500;
    private static final int QUESTIONS = 80;
    private static final Duration DAYS_BY_THE_HOUR = Duration.ofDays(5);
    private static final List<String> ZONES =
            List.of("Europe/Copenhagen", "UTC", "America/New_York", "Pacific/Auckland", "Asia/Kolkata");

    private String key;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        key = TestKeys.withScopes("scores:read");
    }

    @Test
    void aReportSaysWhatARecountSays() {
        Random random = new Random(33);
        String some = "tp." + UUID.randomUUID().toString().substring(0, 8);
        List<String> touchpoints = List.of(some + ".a", some + ".b", some + ".c");
        String here = "&touchpoint=" + String.join("&touchpoint=", touchpoints);
        String wherever = "&segment=cohort:" + some + "&segment=wave:" + some;
        List<Answer> answers = Stream.generate(() -> anyAnswer(random, some, touchpoints.get(random.nextInt(3))))
                .limit(ANSWERS)
                .toList();
        Announcements.answered(answers.stream());
        Announcements.soon(() -> given().auth()
                .oauth2(key)
                .get("/api/v1/scores?metric=NPS" + here)
                .then()
                .statusCode(200)
                .body("groups[0].buckets[0].n", equalTo(ANSWERS)));

        long shown = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = Question.any(random);
            shown += switch (i % 4) {
                case 0 -> check(question, "&touchpoint=" + touchpoints.getFirst(), at(touchpoints.getFirst(), answers));
                case 1 -> check(question, wherever, answers);
                default -> check(question, here, answers);
            };
        }
        assertThat(shown).as("cells that were shown and compared").isGreaterThan(QUESTIONS);
    }

    private static List<Answer> at(String touchpoint, List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.touchpoint().equals(touchpoint))
                .toList();
    }

    private long check(Question question, String which, List<Answer> answers) {
        JsonPath report = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(key)
                .get("/api/v1/scores?metric=NPS" + which + question.query())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Answer> asked = answers.stream().filter(question.filter()).toList();
        long counted = 0;
        long shown = 0;
        List<Map<String, Object>> groups = report.getList("groups");
        for (Map<String, Object> group : groups) {
            for (Object bucket : (List<?>) group.get("buckets")) {
                Map<?, ?> cell = (Map<?, ?>) bucket;
                List<Answer> here = asked.stream()
                        .filter(answer -> Objects.equals(question.group(answer), group.get("group")))
                        .filter(answer -> isIn(cell, answer.answeredAt()))
                        .toList();
                counted += here.size();
                if ((boolean) cell.get("suppressed")) {
                    assertThat(cell.get("n")).isNull();
                    assertThat(cell.get("histogram")).isNull();
                } else {
                    assertThat(cell.get("n")).as("%s of %s", cell, question).isEqualTo(here.size());
                    assertThat(here.size()).isNotIn(1, 2, 3, 4);
                    assertThat((List<?>) cell.get("histogram")).hasSize(11).allSatisfy(entry -> {
                        Map<?, ?> score = (Map<?, ?>) entry;
                        assertThat(score.get("count")).isEqualTo((int) here.stream()
                                .filter(answer -> answer.score() == (int) score.get("score"))
                                .count());
                    });
                    shown++;
                }
            }
        }
        assertThat(counted).as("answers in any cell of %s", question).isEqualTo(asked.size());
        return shown;
    }

    private static boolean isIn(Map<?, ?> cell, Instant at) {
        return (cell.get("from") == null || !at.isBefore(Instant.parse((String) cell.get("from"))))
                && (cell.get("to") == null || at.isBefore(Instant.parse((String) cell.get("to"))));
    }

    /** Spans begin and end at full hours, as answers are counted. */
    private record Question(
            String step,
            String groupBy,
            String zone,
            Instant from,
            Instant to,
            String country,
            String plan,
            String channel) {

        static Question any(Random random) {
            Instant from = START.plus(Duration.ofHours(random.nextInt(HOURS)));
            Instant to = from.plus(Duration.ofHours(1 + random.nextInt(24 * 40)));
            return new Question(
                            List.of("none", "none", "hour", "day", "week", "month")
                                    .get(random.nextInt(6)),
                            List.of("", "", "channel", "survey", "segment:country", "segment:plan")
                                    .get(random.nextInt(6)),
                            ZONES.get(random.nextInt(ZONES.size())),
                            random.nextInt(5) == 0 ? null : from,
                            random.nextInt(5) == 0 ? null : to,
                            random.nextInt(3) == 0 ? List.of("DK", "SE", "NO").get(random.nextInt(3)) : null,
                            random.nextInt(3) == 0 ? List.of("pro", "basic").get(random.nextInt(2)) : null,
                            random.nextInt(4) == 0 ? List.of("email", "web").get(random.nextInt(2)) : null)
                    .withoutTooManyHours();
        }

        private Question withoutTooManyHours() {
            if (!step.equals("hour")) {
                return this;
            }
            Instant start = from == null ? START : from;
            return new Question(step, groupBy, zone, start, start.plus(DAYS_BY_THE_HOUR), country, plan, channel);
        }

        String query() {
            return "&interval=" + step + "&timeZone=" + zone
                    + (groupBy.isEmpty() ? "" : "&groupBy=" + groupBy)
                    + (from == null ? "" : "&from=" + from)
                    + (to == null ? "" : "&to=" + to)
                    + (country == null ? "" : "&segment=country:" + country + "&segment=country:FI")
                    + (plan == null ? "" : "&segment=plan:" + plan)
                    + (channel == null ? "" : "&channel=" + channel);
        }

        Predicate<Answer> filter() {
            return answer -> (from == null || !answer.answeredAt().isBefore(from))
                    && (to == null || answer.answeredAt().isBefore(to))
                    && (country == null
                            || country.equals(answer.segments().get("country"))
                            || "FI".equals(answer.segments().get("country")))
                    && (plan == null || plan.equals(answer.segments().get("plan")))
                    && (channel == null || channel.equals(answer.channel()));
        }

        String group(Answer answer) {
            return switch (groupBy) {
                case "" -> null;
                case "channel" -> answer.channel();
                case "survey" -> answer.survey() + "/" + answer.surveyVersion();
                case "segment:country" -> answer.segments().getOrDefault("country", "(none)");
                default -> answer.segments().getOrDefault("plan", "(none)");
            };
        }
    }

    private static Answer anyAnswer(Random random, String cohort, String touchpoint) {
        Map<String, String> segments = new HashMap<>(Map.of("cohort", cohort, "wave", cohort));
        if (random.nextInt(8) > 0) {
            segments.put(
                    "country", List.of("DK", "DK", "DK", "SE", "SE", "NO", "FI").get(random.nextInt(7)));
        }
        if (random.nextInt(3) > 0) {
            segments.put("plan", List.of("pro", "basic").get(random.nextInt(2)));
        }
        return Answer.nps(touchpoint, random.nextInt(11), segments, START.plusSeconds(random.nextLong(HOURS * 3_600L)))
                .through(List.of("email", "web", "sms").get(random.nextInt(3)));
    }
}
