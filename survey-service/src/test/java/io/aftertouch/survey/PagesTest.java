package io.aftertouch.survey;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** The administration pages, as plain HTML. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class PagesTest {

    private final Installation shop = new Installation();
    private final String key = TestKeys.allScopes();

    @Test
    void theFirstQuestionIsSetUpWithThreeForms() {
        String touchpoint = fresh("support.closed");
        String survey = fresh("ticket-nps");

        redirects(
                form(Map.of("key", touchpoint, "name", "Ticket <closed>", "stage", "post-purchase", "channel", "email"))
                        .post("/touchpoints"),
                "/touchpoints");
        assertThat(page("/touchpoints")).contains("Ticket &lt;closed&gt;", touchpoint);

        redirects(
                form(Map.of("key", survey, "scale", "CSAT_5", "subject", "Nordlys", "title", ""))
                        .post("/surveys"),
                "/surveys/" + survey);
        assertThat(page("/surveys/" + survey))
                .contains("Publish version 1", "Nobody is asked yet", "negative 1 to 2, neutral 3, positive 4 to 5");
        redirects(form(Map.of()).post("/surveys/" + survey + "/publication"), "/surveys/" + survey);
        assertThat(page("/surveys/" + survey + "?lang=da"))
                .contains("Hvor tilfreds var du med Nordlys?", "Version 1, published")
                .doesNotContain("Publish version");

        redirects(
                form(Map.of(
                                "touchpoint",
                                touchpoint,
                                "survey",
                                survey,
                                "delay",
                                "PT0S",
                                "channels",
                                "EMAIL,LINK",
                                "conditionField",
                                "segment.country",
                                "conditionOperator",
                                "EQUALS",
                                "conditionValue",
                                "DK",
                                "samplePercent",
                                "",
                                "cancelledBy",
                                ""))
                        .post("/rules"),
                "/rules");
        assertThat(page("/rules")).contains("Where segment.country is DK", "At once, by e-mail, else link");

        String ref = fresh("r");
        shop.happens(event(touchpoint, ref)).statusCode(202);
        assertThat(page("/decisions?respondent=" + ref)).contains(ref, "Ticket &lt;closed&gt;", "chip--solid");
    }

    @Test
    void aRuleIsPausedAndResumed() {
        String touchpoint = shop.touchpoint();
        String rule = shop.rule(touchpoint, shop.publishedSurvey("NPS"));

        redirects(form(Map.of()).post("/rules/" + rule + "/pause"), "/rules");
        shop.happens(event(touchpoint, fresh("r"))).body("decisions[0].reason", equalTo("NO_RULE"));
        redirects(form(Map.of()).post("/rules/" + rule + "/resumption"), "/rules");
        shop.happens(event(touchpoint, fresh("r"))).body("decisions[0].outcome", equalTo("INVITED"));
    }

    @Test
    void whatIsTypedWrongIsSaidAndNotLost() {
        String page = form(Map.of(
                        "key",
                        "Not A Key",
                        "name",
                        "\"><script>alert(1)</script>",
                        "stage",
                        "loyalty",
                        "channel",
                        "web"))
                .post("/touchpoints")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(page)
                .contains(
                        "Not saved.",
                        "field--error",
                        "value=\"Not A Key\"",
                        "&lt;script&gt;",
                        "value=\"loyalty\" selected")
                .doesNotContain("<script>alert");

        form(Map.of("key", fresh("s"), "scale", "STARS", "subject", "x"))
                .post("/surveys")
                .then()
                .statusCode(422);
        form(Map.of("samplePercent", "many")).post("/rules").then().statusCode(422);
        form(Map.of("channels", "PIGEON")).post("/rules").then().statusCode(422);
        form(Map.of("name", "Help desk")).post("/settings/api-keys").then().statusCode(422);
        form(Map.of("name", "Help desk", "days", "x"))
                .post("/settings/api-keys")
                .then()
                .statusCode(422);
    }

    @Test
    void aKeyIsShownOnceAndRevoked() {
        String name = fresh("Help desk");
        String made = form(Map.of("name", name, "scopes", "events:write", "days", "30"))
                .post("/settings/api-keys")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var secret = Pattern.compile("atk_([a-z0-9]+)_[A-Za-z0-9_-]{43}").matcher(made);
        assertThat(secret.find()).isTrue();

        assertThat(page("/settings")).contains(name).doesNotContain(secret.group());
        Installation.as(secret.group()).body("{}").post("/api/v1/events").then().statusCode(400);
        redirects(form(Map.of()).post("/settings/api-keys/" + secret.group(1) + "/revocation"), "/settings");
        await().untilAsserted(() -> Installation.as(secret.group())
                .body("{}")
                .post("/api/v1/events")
                .then()
                .statusCode(401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/surveys", "/touchpoints", "/rules", "/decisions", "/settings"})
    void everyPageIsForPeopleWhoMaySeeIt(String path) {
        String page = page(path);
        assertThat(page)
                .contains("<main class=\"page\" id=\"main\">", "aria-current=\"page\"")
                .doesNotContain(" style=", "NOT_FOUND", "{page.");

        given().redirects().follow(false).get(path).then().statusCode(302);
        given().header("Authorization", "Bearer " + TestKeys.withScopes("events:write"))
                .get(path)
                .then()
                .statusCode(403);
    }

    @Test
    void whoMayOnlyReadSeesNoForms() {
        for (String path : List.of("/surveys", "/touchpoints", "/rules")) {
            String page = given().header("Authorization", "Bearer " + TestKeys.withScopes("config:read"))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(page).doesNotContain("action=\"" + path);
            given().header("Authorization", "Bearer " + TestKeys.withScopes("config:read"))
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("key", "x")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aFormMustBeAForm() {
        given().header("Authorization", "Bearer " + key)
                .contentType("text/plain")
                .body("key=x")
                .post("/touchpoints")
                .then()
                .statusCode(415);
    }

    @Test
    void strangeFiltersShowThePageAllTheSame() {
        page("/decisions?outcome=NONSENSE&reason=%00&period=EVER&respondent=%3Cscript%3E");
        given().header("Authorization", "Bearer " + key)
                .get("/decisions?cursor=forged")
                .then()
                .statusCode(400);
        given().header("Authorization", "Bearer " + key)
                .header("Accept", "text/html")
                .get("/surveys/no-such")
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    private String page(String path) {
        return given().header("Authorization", "Bearer " + key)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }

    private RequestSpecification form(Map<String, String> fields) {
        return given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + key)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    private static void redirects(Response response, String path) {
        response.then().statusCode(303).header("Location", endsWith(path));
    }
}
