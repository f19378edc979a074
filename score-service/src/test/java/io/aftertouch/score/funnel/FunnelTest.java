package io.aftertouch.score.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.Announcements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** From what is told about rules, invitations and answers to the figures of a touchpoint. */
@QuarkusTest
@RealInfrastructureTest
class FunnelTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant TODAY = Instant.now();

    private final String key = TestKeys.withScopes("scores:read");
    private final String touchpoint = "asked." + UUID.randomUUID().toString().substring(0, 8);
    private final List<Runnable> messages = new ArrayList<>();

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
    }

    @Test
    void whatIsHeardInAnyOrderAndTwiceIsCountedOnce() {
        judged(6);
        judged(4);
        for (int i = 0; i < 8; i++) {
            UUID invitation = UUID.randomUUID();
            about(invitation, "invitation.scheduled");
            if (i > 0) {
                about(invitation, "invitation.sent");
            }
            if (i == 1) {
                about(invitation, "invitation.bounced");
            }
            if (i >= 4) {
                answer(invitation, "response.recorded");
                about(invitation, "invitation.answered");
            }
            if (i == 7) {
                answer(invitation, "response.withdrawn");
            }
        }
        messages.addAll(List.copyOf(messages));
        Collections.shuffle(messages, new Random(11));
        messages.forEach(Runnable::run);

        Announcements.soon(() -> funnel("&interval=day")
                .body("touchpoints", hasSize(1))
                .body("touchpoints[0].total.judged", equalTo(10))
                .body("touchpoints[0].total.invited", equalTo(8))
                .body("touchpoints[0].total.sent", equalTo(7))
                .body("touchpoints[0].total.delivered", equalTo(6))
                .body("touchpoints[0].total.answered", equalTo(3))
                .body("touchpoints[0].total.responseRate.toDouble()", closeTo(50.0, 0.001))
                .body("touchpoints[0].total.low.toDouble()", closeTo(18.76, 0.01))
                .body("touchpoints[0].total.high.toDouble()", closeTo(81.24, 0.01))
                .body("touchpoints[0].total.method", equalTo("WILSON"))
                .body("touchpoints[0].days", hasSize(1))
                .body("touchpoints[0].days[0].day", equalTo(day().toString()))
                .body("touchpoints[0].days[0].passage.answered", equalTo(3)));
        page("").body(containsString("%s of the delivered invitations are answered (%s to %s)."
                .formatted(Numbers.percent(0.5), Numbers.percent(0.1876), Numbers.percent(0.8124))));
        page("/funnel.csv")
                .body(containsString("touchpoint,day,judged,invited,sent,delivered,answered"))
                .body(containsString(touchpoint + "," + day() + ",10,8,7,6,3"));
    }

    @Test
    void withoutDeliveredInvitationsThereIsNoRate() {
        judged(3);
        messages.forEach(Runnable::run);

        Announcements.soon(() -> funnel("")
                .body("touchpoints[0].total.judged", equalTo(3))
                .body("touchpoints[0].total.responseRate", nullValue())
                .body("touchpoints[0].total.method", nullValue())
                .body("touchpoints[0].days", nullValue()));
        page("").body(containsString("No invitation was delivered in this time."));
        funnel("&to=" + day()).body("touchpoints", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=%2B999999999-01-01",
                "to=0000-01-01",
                "from=2026-11-21&to=2026-11-21",
                "from=1970-01-01&to=2026-01-01",
                "interval=week"
            })
    void oddQuestionsAreRefused(String query) {
        given().auth()
                .oauth2(key)
                .urlEncodingEnabled(false)
                .get("/api/v1/funnel?" + query)
                .then()
                .statusCode(400);
    }

    private void judged(int n) {
        tell("decisions", day().toString(), "decisions.counted", data -> {
            data.put("day", day().toString())
                    .putArray("counts")
                    .addObject()
                    .put("touchpoint", touchpoint)
                    .put("judged", n);
            return data;
        });
    }

    private void about(UUID invitation, String type) {
        tell("invitations", invitation.toString(), type, data -> {
            data.put("id", invitation.toString());
            if (type.equals("invitation.scheduled")) {
                data.put("touchpoint", touchpoint).put("scheduledAt", TODAY.toString());
            }
            return data;
        });
    }

    private void answer(UUID invitation, String type) {
        String id = UUID.nameUUIDFromBytes(invitation.toString().getBytes()).toString();
        tell("responses", id, type, data -> data.put("id", id)
                .put("touchpoint", touchpoint)
                .put("invitationId", invitation.toString()));
    }

    private void tell(String topic, String about, String type, UnaryOperator<ObjectNode> change) {
        try {
            String data = change.apply((ObjectNode) JSON.readTree(Contracts.example(type)))
                    .toString();
            Contracts.assertValid(type, data);
            UUID event = UUID.randomUUID();
            messages.add(() -> Topics.publish(topic, about, event, type, data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ValidatableResponse funnel(String more) {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/funnel?touchpoint=" + touchpoint + more)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse page(String path) {
        return given().auth()
                .oauth2(key)
                .get("/touchpoint/" + touchpoint + path)
                .then()
                .statusCode(200);
    }

    private static LocalDate day() {
        return LocalDate.ofInstant(TODAY, ZoneOffset.UTC);
    }
}
