package io.aftertouch.score;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.Announcements.Answer;
import io.aftertouch.score.metric.Scale;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The journey stands in the order that survey-service tells. */
@QuarkusTest
@RealInfrastructureTest
class JourneyOrderTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Instant start = Instant.now();

    @Test
    void touchpointsStandInTheirPlacesAndFollowTheNewestTelling() {
        Announcements.topicsExist();
        told("first", "Zebra", 1, "ACTIVE", 0);
        told("second", "Aardvark", 2, "ACTIVE", 0);
        told("third", "Mole", 3, "ACTIVE", 0);
        Announcements.soon(() -> assertThat(names()).containsExactly("Zebra", "Aardvark", "Mole"));
        assertThat(page().indexOf("Zebra")).isLessThan(page().indexOf("Aardvark"));

        told("third", "Mole", 1, "ACTIVE", 2);
        told("first", "Zebra", 2, "ACTIVE", 2);
        told("second", "Aardvark", 3, "ACTIVE", 2);
        told("third", "Mole of old", 3, "ACTIVE", 1);

        Announcements.soon(() -> assertThat(names()).containsExactly("Mole", "Zebra", "Aardvark"));
    }

    @Test
    void aStageHasTheNameThatItsTouchpointsAreToldWithLast() {
        Announcements.topicsExist();
        told("first", "Zebra", 1, "ACTIVE", 0);
        Announcements.soon(() -> assertThat(names()).containsExactly("Zebra"));

        Map<String, Object> renamed = touchpoint("first", "Zebra", 1, "ACTIVE", 1);
        renamed.put("stageName", "Delivery " + mark);
        publish("first", renamed);

        Announcements.soon(() -> assertThat(page()).contains("Delivery " + mark));
    }

    @Test
    void aRetiredTouchpointStaysAsLongAsItHasAnswersToShow() {
        Announcements.topicsExist();
        told("silent", "Silent", 1, "ACTIVE", 0);
        told("answered", "Answered", 2, "ACTIVE", 0);
        Announcements.surveyPublished(key("answered") + "-survey", 1, Scale.NPS, "NPS of " + mark);
        Announcements.answered(List.of(Answer.nps(key("answered"), 9, Map.of(), start)).stream());
        Announcements.soon(() -> assertThat(names()).containsExactly("Silent", "Answered"));

        told("silent", "Silent", 1, "RETIRED", 1);
        told("answered", "Answered", 2, "RETIRED", 1);

        Announcements.soon(() -> assertThat(names()).containsExactly("Answered"));
    }

    private List<String> names() {
        return given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .get("/api/v1/journey")
                .then()
                .statusCode(200)
                .extract()
                .path("stages.find { it.stage == 'stage-%s' }?.touchpoints?.name ?: []".formatted(mark));
    }

    private String page() {
        return given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .get("/journey")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void told(String key, String name, int position, String state, int second) {
        publish(key, touchpoint(key, name, position, state, second));
    }

    private Map<String, Object> touchpoint(String key, String name, int position, String state, int second) {
        return new HashMap<>(Map.of(
                "key",
                key(key),
                "name",
                name,
                "stage",
                "stage-" + mark,
                "stageName",
                "Stage " + mark,
                "stagePosition",
                3,
                "position",
                position,
                "channel",
                "store",
                "state",
                state,
                "savedAt",
                start.plusSeconds(second).toString()));
    }

    private void publish(String key, Map<String, Object> touchpoint) {
        String json = Announcements.json(touchpoint);
        Contracts.assertValid("touchpoint.saved", json);
        Topics.publish("touchpoints", key(key), UUID.randomUUID(), "touchpoint.saved", json);
    }

    private String key(String key) {
        return key + "-" + mark;
    }
}
