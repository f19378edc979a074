package io.aftertouch.survey.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.OtherSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Where the configuration says so, an event of a touchpoint that nobody made makes it. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
@TestProfile(OtherSettings.class)
class UnseenTouchpointTest {

    private final Installation shop = new Installation();

    @Test
    void anEventMakesItsTouchpoint() {
        String touchpoint = fresh("store.till_visited");

        shop.happens(event(touchpoint, fresh("r"))).statusCode(202).body("decisions[0].reason", equalTo("NO_RULE"));
        shop.happens(event(touchpoint, fresh("r"))).statusCode(202);

        shop.get("/api/v1/touchpoints/" + touchpoint)
                .statusCode(200)
                .body("name", equalTo("Store till visited " + touchpoint.substring(touchpoint.lastIndexOf('-') + 1)))
                .body("stage", equalTo("loyalty"))
                .body("channel", equalTo("store"));
        await("the news of " + touchpoint)
                .until(() -> Topics.published("touchpoints").stream()
                                .filter(message -> touchpoint.equals(message.key()))
                                .peek(message -> Contracts.assertValid(
                                        "touchpoint.saved", new String(message.value(), StandardCharsets.UTF_8)))
                                .count()
                        == 1);
    }

    @Test
    void whatCannotBeAKeyOrDidNotHappenMakesNothing() {
        String future = fresh("store.future");

        shop.post(
                        "/api/v1/events/batch",
                        Map.of(
                                "events",
                                List.of(
                                        event("No Key At All", fresh("r")),
                                        event(future, fresh("r"), Map.of("occurredAt", "2099-01-01T00:00:00Z")),
                                        event(fresh("store.new"), fresh("r")))))
                .statusCode(200)
                .body("results.status", equalTo(List.of(422, 422, 202)))
                .body("results[0].problem.type", equalTo("/problems/unknown-touchpoint"));

        shop.get("/api/v1/touchpoints/" + future).statusCode(404);
    }
}
