package io.aftertouch.score.delivery;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** People set webhooks up, try them out and look at what became of their messages, without a script. */
@QuarkusTest
@RealInfrastructureTest
class WebhookPagesTest {

    private final ReceivingServer receivers = new ReceivingServer();
    private String key;

    @BeforeEach
    void somebodyMay() {
        key = TestKeys.withScopes("admin");
    }

    @AfterEach
    void close() {
        receivers.close();
    }

    @Test
    void fromTheFormToALoggedMessage() {
        page().get("/webhooks/new").then().statusCode(200).body(containsString("Somebody answered"));
        String made = page().formParam("name", "<b>CRM</b>")
                .formParam("url", receivers.url("/page"))
                .formParam("types", "case.opened", "alert.opened")
                .formParam("format", "STANDARD")
                .post("/webhooks")
                .then()
                .statusCode(200)
                .body(containsString("whsec_"))
                .body(containsString("&lt;b&gt;CRM"))
                .extract()
                .asString();
        String path = made.replaceAll("(?s).*action=\"(/webhooks/[0-9a-f-]{36})/test\".*", "$1");
        page().get(path).then().statusCode(200).body(not(containsString("whsec_")));
        page().get("/webhooks").then().statusCode(200).body(containsString("Nothing yet"));

        receivers.answering("/page", call -> new ReceivingServer.Answer(500, "<i>broken</i>"));
        Response tested = page().redirects().follow(false).post(path + "/test");
        tested.then().statusCode(303);
        page().get(tested.header("Location").replaceAll("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body(containsString("Refused, HTTP 500"))
                .body(containsString("&lt;i&gt;broken"));
        page().get("/webhooks").then().body(containsString(">Failing<"));

        receivers.answering("/page", 204);
        page().formParam("hours", "24").post(path + "/replay").then().statusCode(303);
        Announcements.soon(() -> page().get("/webhooks").then().body(containsString("Taken, HTTP 204")));

        page().post(path + "/pause").then().statusCode(303);
        page().get(path).then().body(containsString("Paused")).body(containsString("Resume the webhook"));
        page().post(path + "/deletion").then().statusCode(303);
        page().get(path).then().statusCode(404);
        assertThat(receivers.calls("/page")).hasSize(2);
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        page().formParam("name", "My CRM")
                .formParam("url", "https://192.168.0.1/")
                .formParam("types", "case.opened")
                .formParam("format", "SLACK")
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body(containsString("Not saved."))
                .body(containsString("My CRM"))
                .body(containsString("leads to a public address"));
        page().formParam("name", "My CRM")
                .formParam("url", "https://8.8.8.8/")
                .formParam("format", "STANDARD")
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body(containsString("Choose at least one"));
    }

    @Test
    void othersSeeNothing() {
        given().auth()
                .oauth2(TestKeys.withScopes("config:write", "scores:read"))
                .get("/webhooks")
                .then()
                .statusCode(403);
    }

    private RequestSpecification page() {
        return given().auth()
                .oauth2(key)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html");
    }
}
