package io.aftertouch.score.webhook;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class WebhookResourceTest {

    private String key;

    @BeforeEach
    void somebodyMay() {
        key = TestKeys.withScopes("admin");
    }

    @Test
    void aWebhookIsMadeReadChangedAndDeleted() {
        String id = api().body(wish("https://8.8.8.8/aftertouch"))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("secret", matchesRegex("whsec_[A-Za-z0-9+/]{43}="))
                .body("state", equalTo("ACTIVE"))
                .body("format", equalTo("STANDARD"))
                .extract()
                .path("id");

        api().get("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("types", contains("response.recorded"))
                .body("disabledReason", nullValue())
                .body("$", not(org.hamcrest.Matchers.hasKey("secret")));
        api().get("/api/v1/webhooks?limit=200").then().statusCode(200).body("items.id", hasItem(id));

        Map<String, Object> change = Map.of(
                "name",
                "CRM",
                "url",
                "https://8.8.4.4/",
                "types",
                List.of("case.opened", "alert.opened"),
                "state",
                "PAUSED");
        api().body(change).put("/api/v1/webhooks/" + id).then().statusCode(428);
        api().header("If-Match", "\"7\"")
                .body(change)
                .put("/api/v1/webhooks/" + id)
                .then()
                .statusCode(412);
        api().header("If-Match", "\"0\"")
                .body(change)
                .put("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("PAUSED"))
                .body("types", contains("case.opened", "alert.opened"));
        api().header("If-Match", "\"1\"")
                .body(Map.of(
                        "name", "CRM", "url", "https://8.8.4.4/", "types", List.of("case.opened"), "state", "DISABLED"))
                .put("/api/v1/webhooks/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("state"));

        api().header("If-Match", "\"0\"")
                .delete("/api/v1/webhooks/" + id)
                .then()
                .statusCode(412);
        api().header("If-Match", "\"1\"")
                .delete("/api/v1/webhooks/" + id)
                .then()
                .statusCode(204);
        api().get("/api/v1/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void aRepeatedRequestShowsTheSameWebhookAndSecret() {
        String name = UUID.randomUUID().toString();
        JsonPath first = made(name, "https://8.8.8.8/once");
        JsonPath again = made(name, "https://8.8.8.8/once");

        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.getString("secret")).isEqualTo(first.getString("secret"));
        api().header("Idempotency-Key", name)
                .body(wish("https://8.8.8.8/other"))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-mismatch"));
        api().header("If-Match", "\"0\"")
                .delete("/api/v1/webhooks/" + first.getString("id"))
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "https://10.0.0.1/",
                "https://172.16.5.5/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://127.1.2.3/",
                "https://2130706434/",
                "https://0x7f.1.2.3/",
                "https://017700000001/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://user@8.8.8.8/",
                "https://8.8.8.8@127.0.0.2/",
                "https://8.8.8.8/#fragment",
                "https://8.8.8.8\\@127.0.0.2/",
                "https://ip6-localhost/",
                "https://no-such-host.invalid/",
                "https:///path",
                "https://",
                "javascript:alert(1)",
                "not a url",
                "\u0000"
            })
    void noWebhookLeadsIntoOurOwnNetwork(String url) {
        api().body(wish(url))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/webhook-url-refused"))
                .body("errors[0].field", equalTo("url"));
    }

    @Test
    void whatIsNotAsItMustBeIsNamed() {
        api().body(Map.of("name", "CRM", "url", "https://8.8.8.8/", "types", List.of("response.sung")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("types.[0]"));
        api().body(Map.of("name", "CRM", "url", "https://8.8.8.8/", "types", List.of()))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("types"));
        api().body(Map.of(
                        "name",
                        "CRM",
                        "url",
                        "https://8.8.8.8/",
                        "types",
                        List.of("case.opened"),
                        "touchpoints",
                        List.of("no.such-touchpoint")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-touchpoint"));
        api().get("/api/v1/webhooks?cursor=forged").then().statusCode(400);
        api().get("/api/v1/webhooks/" + UUID.randomUUID() + "/messages").then().statusCode(404);
        api().post("/api/v1/webhooks/" + UUID.randomUUID() + "/test").then().statusCode(404);
    }

    @Test
    void onlyAdministratorsSeeWebhooks() {
        for (String scope : List.of("scores:read", "responses:read", "config:write")) {
            given().auth()
                    .oauth2(TestKeys.withScopes(scope))
                    .get("/api/v1/webhooks")
                    .then()
                    .statusCode(403);
        }
        given().get("/api/v1/webhooks").then().statusCode(401);
    }

    private JsonPath made(String name, String url) {
        return api().header("Idempotency-Key", name)
                .body(wish(url))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> wish(String url) {
        return Map.of("name", "CRM", "url", url, "types", List.of("response.recorded"));
    }

    private RequestSpecification api() {
        return given().auth().oauth2(key).contentType("application/json");
    }
}
