package io.aftertouch.score.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.Announcements.Answer;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.tally.Grain;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.score.Announcements.Answer.nps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructureTest
class IngestTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @Inject
    Database database;

    @Inject
    ParkedMessages parked;

    private String key;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        key = TestKeys.withScopes("scores:read");
    }

    @Test
    void everyTallyEqualsARecountOfTheAnswers() {
        String touchpoint = touchpoint();
        Random random = new Random(99);
        List<Answer> answers = IntStream.range(0, 150)
                .mapToObj(i -> nps(
                        touchpoint,
                        random.nextInt(11),
                        Map.of("country", List.of("DK", "SE", "NO").get(random.nextInt(3))),
                        NOON.minusSeconds(random.nextInt(70 * 86_400))))
                .toList();
        List<Answer> twiceAndMixed = new ArrayList<>(answers);
        twiceAndMixed.addAll(answers);
        Collections.shuffle(twiceAndMixed, random);

        Announcements.answered(twiceAndMixed.stream());

        Announcements.soon(() -> assertThat(tallies(touchpoint)).isEqualTo(recount(answers)));
    }

    @Test
    void aPoisonedMessageIsParkedAndTheOthersAreCounted() {
        String touchpoint = touchpoint();
        UUID tooHigh = UUID.randomUUID();
        UUID withoutTouchpoint = UUID.randomUUID();
        UUID onNoScale = UUID.randomUUID();
        Topics.publish("responses", touchpoint, tooHigh, "response.recorded", answer(touchpoint, "NPS", 11));
        Topics.publish("responses", touchpoint, onNoScale, "response.recorded", answer(touchpoint, "STARS", 3));
        Topics.publish(
                "responses",
                touchpoint,
                withoutTouchpoint,
                "response.recorded",
                answer(touchpoint, "NPS", 3).replace("\"touchpoint\"", "\"elsewhere\""));
        Topics.send(CloudEventHeaders.record(
                Topics.name("responses"),
                touchpoint,
                UUID.randomUUID(),
                "/aftertouch/test",
                "response.recorded",
                NOON,
                "not JSON at all".getBytes(StandardCharsets.UTF_8)));
        Topics.publish("responses", touchpoint, UUID.randomUUID(), "response.sung", answer(touchpoint, "NPS", 1));

        IntStream.range(0, 5)
                .forEach(i -> Topics.publish(
                        "responses",
                        touchpoint,
                        UUID.randomUUID(),
                        "response.recorded",
                        answer(touchpoint, "NPS", 10)));

        untilCounted(5, "metric=NPS&touchpoint=" + touchpoint);
        assertThat(parked.latest(50))
                .filteredOn(message -> message.key().equals(touchpoint))
                .hasSize(4)
                .extracting(ParkedMessages.Parked::eventId)
                .contains(tooHigh.toString(), onNoScale.toString(), withoutTouchpoint.toString());
    }

    @Test
    void whateverComesBeyondTwoHundredValuesOfADimensionIsOther() {
        String touchpoint = touchpoint();
        String dimension = "order-" + touchpoint;
        Announcements.answered(
                IntStream.range(0, 206).mapToObj(i -> nps(touchpoint, 9, Map.of(dimension, "number-" + i), NOON)));

        untilCounted(206, "metric=NPS&touchpoint=" + touchpoint);
        untilCounted(6, "metric=NPS&touchpoint=" + touchpoint + "&segment=" + dimension + ":other");
    }

    @Test
    void longAndEmptySegmentsCostNoAnswer() {
        String touchpoint = touchpoint();
        String longest = "\uD83D\uDE00".repeat(64);
        Announcements.answered(
                IntStream.range(0, 5).mapToObj(i -> nps(touchpoint, 9, Map.of("mood", longest, "plan", ""), NOON)));

        untilCounted(5, "metric=NPS&touchpoint=" + touchpoint);
        given().auth()
                .oauth2(key)
                .get("/api/v1/scores?metric=NPS&touchpoint=" + touchpoint + "&groupBy=segment:mood")
                .then()
                .body("groups[0].group", equalTo(longest));
    }

    @Test
    void anAnswerCountsBeforeItsTouchpointAndSurveyAreAnnounced() {
        String touchpoint = touchpoint();
        Announcements.answered(IntStream.range(0, 5).mapToObj(i -> nps(touchpoint, 9, Map.of(), NOON)));
        untilCounted(5, "metric=NPS&touchpoint=" + touchpoint);

        Announcements.touchpointSaved(touchpoint, "Parcel handed over", "arrival-" + touchpoint, 3, "sms");

        untilCounted(5, "metric=NPS&stage=arrival-" + touchpoint);
    }

    @Test
    void overtakenAndRepeatedStepsOfACaseChangeNothing() {
        String touchpoint = touchpoint();
        UUID resolved = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        Instant due = Instant.parse("2026-01-01T00:00:00Z");
        Announcements.caseSaid(resolved, touchpoint, false, 3, due);
        Announcements.caseSaid(resolved, touchpoint, true, 1, due);
        Announcements.caseSaid(open, touchpoint, true, 1, due);
        Announcements.caseSaid(open, touchpoint, true, 1, due);

        Announcements.soon(() -> given().auth()
                .oauth2(key)
                .get("/api/v1/journey")
                .then()
                .statusCode(200)
                .body(inJourney(touchpoint, "openCases"), equalTo(List.of(1)))
                .body(inJourney(touchpoint, "lateCases"), equalTo(List.of(1))));
        Announcements.soon(() -> assertThat(
                        database.rows("SELECT version FROM review_case WHERE id = ?", row -> row.getLong(1), resolved))
                .containsExactly(3L));
    }

    @Test
    void anOlderAnnouncementOfATouchpointDoesNotReplaceANewerOne() {
        String touchpoint = touchpoint();
        Announcements.touchpointSaved(touchpoint, "New name", "loyalty", 5, "email");
        Topics.publish(
                "touchpoints",
                touchpoint,
                UUID.randomUUID(),
                "touchpoint.saved",
                "{\"key\":\"%s\",\"name\":\"Old name\",\"savedAt\":\"2020-01-01T00:00:00Z\"}".formatted(touchpoint));
        String after = touchpoint + "-after";
        Announcements.soon(() -> assertThat(names(touchpoint)).containsExactly("New name"));
        Topics.publish(
                "touchpoints",
                touchpoint,
                UUID.randomUUID(),
                "touchpoint.saved",
                "{\"key\":\"%s\",\"name\":\"%s\",\"savedAt\":\"2099-01-01T00:00:00Z\"}".formatted(touchpoint, after));
        Announcements.soon(() -> assertThat(names(touchpoint)).containsExactly(after));
    }

    private List<String> names(String touchpoint) {
        return database.rows(
                "SELECT name FROM touchpoint WHERE touchpoint_key = ?", row -> row.getString(1), touchpoint);
    }

    private SortedMap<String, Counts> tallies(String touchpoint) {
        SortedMap<String, Counts> tallies = new TreeMap<>();
        String sums = String.join(
                ", ",
                IntStream.rangeClosed(0, 10).mapToObj(n -> "SUM(n" + n + ")").toList());
        database.rows(
                """
                SELECT t.grain, t.bucket AS bucket, s.value, %s FROM tally t
                JOIN touchpoint p ON p.id = t.touchpoint_id
                JOIN profile_segment s ON s.profile_id = t.profile_id
                WHERE p.touchpoint_key = ? GROUP BY t.grain, t.bucket, s.value
                """.formatted(sums),
                row -> {
                    long[] counts = new long[11];
                    for (int i = 0; i < counts.length; i++) {
                        counts[i] = row.getLong(4 + i);
                    }
                    return tallies.put(
                            row.getString(1) + " " + Database.instant(row, "bucket") + " " + row.getString(3),
                            Counts.of(counts));
                },
                touchpoint);
        return tallies;
    }

    private static SortedMap<String, Counts> recount(List<Answer> answers) {
        SortedMap<String, Counts> tallies = new TreeMap<>();
        for (Answer answer : answers) {
            Stream.of(Grain.values())
                    .map(grain -> grain + " " + grain.floor(answer.answeredAt()) + " "
                            + answer.segments().get("country"))
                    .forEach(bucket -> tallies.merge(bucket, Counts.ofOne(answer.score()), Counts::plus));
        }
        return tallies;
    }

    private void untilCounted(int n, String query) {
        Announcements.soon(() -> given().auth()
                .oauth2(key)
                .get("/api/v1/scores?" + query)
                .then()
                .statusCode(200)
                .body("groups[0].buckets[0].n", equalTo(n)));
    }

    private static String inJourney(String touchpoint, String property) {
        return "stages.touchpoints.flatten().findAll { it.touchpoint == '%s' }.%s".formatted(touchpoint, property);
    }

    private static String answer(String touchpoint, String scale, int score) {
        return """
                {"id": "%s", "survey": "s", "surveyVersion": 1, "metric": "NPS", "scale": "%s", "touchpoint": "%s", "channel": null,
                 "segments": {}, "score": %d, "answeredAt": "2026-11-18T12:00:00Z", "invented": {"later": true}}""".formatted(UUID.randomUUID(), scale, touchpoint, score);
    }

    private static String touchpoint() {
        return "tp." + UUID.randomUUID().toString().substring(0, 8);
    }
}
