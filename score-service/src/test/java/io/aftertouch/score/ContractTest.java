package io.aftertouch.score;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** What the other services promise to send is taken in as they mean it. */
@QuarkusTest
@RealInfrastructureTest
class ContractTest {

    private static final String TOUCHPOINT = "support.ticket-closed";

    @Test
    void theExamplesOfAllConsumedEventsAreUnderstood() {
        Announcements.topicsExist();
        String key = TestKeys.withScopes("scores:read");

        publish("responses", "response.recorded");
        publish("cases", "case.opened");
        publish("touchpoints", "touchpoint.saved");
        publish("surveys", "survey.published");

        Announcements.soon(() -> given().auth()
                .oauth2(key)
                .get("/api/v1/journey?segment=country:DK&segment=plan:pro")
                .then()
                .statusCode(200)
                .body(here("name"), equalTo(List.of("Support ticket closed")))
                .body(here("channel"), equalTo(List.of("email")))
                .body(here("openCases"), equalTo(List.of(1)))
                .body(here("scores.scale.flatten()"), equalTo(List.of("NPS")))
                .body(here("scores.score.suppressed.flatten()"), equalTo(List.of(true))));

        publish("cases", "case.changed");

        Announcements.soon(() -> given().auth()
                .oauth2(key)
                .get("/api/v1/journey")
                .then()
                .statusCode(200)
                .body(here("openCases"), equalTo(List.of(0))));
    }

    /** What these tests announce is what the contract allows. */
    @Test
    void theAnnouncementsOfTheseTestsKeepTheContract() {
        var answer = Announcements.Answer.nps(TOUCHPOINT, 9, Map.of(), Instant.EPOCH);

        Contracts.assertValid("response.recorded", answer.json());
    }

    private static void publish(String topic, String type) {
        Topics.publish(topic, TOUCHPOINT, UUID.randomUUID(), type, Contracts.example(type));
    }

    private static String here(String property) {
        return "stages.touchpoints.flatten().findAll { it.touchpoint == '%s' }.%s".formatted(TOUCHPOINT, property);
    }
}
