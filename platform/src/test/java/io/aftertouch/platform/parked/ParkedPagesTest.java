package io.aftertouch.platform.parked;

import java.util.Comparator;
import java.util.UUID;

import jakarta.inject.Inject;

import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

/** What could not be applied is seen with its reason, and can be tried again. */
@QuarkusTest
@RealInfrastructureTest
class ParkedPagesTest {

    private static final String PATH = "/settings/parked-messages/platform-test";

    @Inject
    ParkedMessages parked;

    @Test
    void aPoisonedMessageIsShownAndTriedAgain() {
        UUID event = UUID.randomUUID();
        Topics.publish("notes", "poison-<b>", event, "note.written", "{\"text\":\"poison, and very private\"}");
        ParkedMessages.Parked message = await().until(() -> latest(event), found -> found != null);

        as("admin")
                .get(PATH)
                .then()
                .statusCode(200)
                .body(containsString("poison-&lt;b&gt;"))
                .body(containsString("not yet"))
                .body(not(containsString("very private")))
                .body(containsString(PATH + "/" + message.id() + "/retry"));
        as("admin")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .post(PATH + "/" + message.id() + "/retry")
                .then()
                .statusCode(303)
                .header("Location", endsWith(PATH));

        assertThat(parked.latest(100)).anySatisfy(again -> {
            assertThat(again.id()).isEqualTo(message.id());
            assertThat(again.retriedAt()).isNotNull();
        });
        await("it is parked again, since nothing was mended")
                .until(() -> parked.latest(100).stream()
                                .filter(again -> event.toString().equals(again.eventId()))
                                .count()
                        == 2);
    }

    @Test
    void eachServiceShowsItsOwn() {
        as("admin").get("/settings/parked-messages").then().statusCode(200).body(containsString("platform-test"));
        as("admin").get("/settings/parked-messages/score-service").then().statusCode(404);
        as("admin")
                .contentType("application/x-www-form-urlencoded")
                .post("/settings/parked-messages/score-service/" + UUID.randomUUID() + "/retry")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyAdministratorsSeeIt() {
        as("config:write").get(PATH).then().statusCode(403);
        as("config:write")
                .contentType("application/x-www-form-urlencoded")
                .post(PATH + "/" + UUID.randomUUID() + "/retry")
                .then()
                .statusCode(403);
        as("admin")
                .contentType("application/x-www-form-urlencoded")
                .post(PATH + "/" + UUID.randomUUID() + "/retry")
                .then()
                .statusCode(404);
        as("admin")
                .contentType("application/x-www-form-urlencoded")
                .post(PATH + "/not-an-id/retry")
                .then()
                .statusCode(400);
    }

    private ParkedMessages.Parked latest(UUID event) {
        return parked.latest(100).stream()
                .filter(message -> event.toString().equals(message.eventId()))
                .max(Comparator.comparing(ParkedMessages.Parked::parkedAt))
                .orElse(null);
    }

    private static RequestSpecification as(String scope) {
        return given().auth().oauth2(TestKeys.withScopes(scope));
    }
}
