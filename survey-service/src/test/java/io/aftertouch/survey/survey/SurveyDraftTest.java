package io.aftertouch.survey.survey;

import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What was changed since the last publication can be forgotten. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class SurveyDraftTest {

    private static final Map<String, Object> OWN_WORDS = Map.of(
            "da",
            Map.of(
                    "question",
                    "Ville du anbefale {subject}?",
                    "lowLabel",
                    "Nej",
                    "followUp",
                    Map.of("negative", "Hvad gik galt?")),
            "en",
            Map.of("subject", "our shop"));

    private final Installation shop = new Installation();
    private final String key = fresh("survey");

    @Test
    void aDiscardedDraftIsTheVersionThatCustomersSee() {
        published();
        change(Map.of("subject", "Sydlys", "title", "Another", "editWindow", "PT1H", "texts", Map.of()));
        shop.get(path()).body("subject", equalTo("Sydlys"));

        discard(version())
                .statusCode(200)
                .body("subject", equalTo("Nordlys"))
                .body("title", equalTo("Ticket closed"))
                .body("editWindow", equalTo("PT24H"))
                .body("texts.da.question", equalTo("Ville du anbefale {subject}?"))
                .body("texts.da.lowLabel", equalTo("Nej"))
                .body("texts.da.highLabel", nullValue())
                .body("texts.da.followUp.negative", equalTo("Hvad gik galt?"))
                .body("texts.sv", nullValue())
                .body("publishedVersion", equalTo(1));

        shop.post(path() + "/publication", Map.of()).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void onlyWhatWasSeenIsDiscarded() {
        published();
        discard(version() + 1).statusCode(412);
        shop.as().delete(path() + "/draft").then().statusCode(428);
        Installation.as(TestKeys.withScopes("config:read"))
                .header("If-Match", "\"0\"")
                .delete(path() + "/draft")
                .then()
                .statusCode(403);
        shop.as()
                .header("If-Match", "\"0\"")
                .delete("/api/v1/surveys/no-such-survey/draft")
                .then()
                .statusCode(404);
    }

    @Test
    void whatWasNeverPublishedHasNothingToGoBackTo() {
        shop.post("/api/v1/surveys", Map.of("key", key, "metric", "NPS", "subject", "Nordlys"))
                .statusCode(201);

        discard(version()).statusCode(409).body("type", equalTo("/problems/survey-not-published"));

        page().body(not(containsString("Discard the draft")));
    }

    @Test
    void thePageOffersItWhileSomethingDiffers() {
        published();
        page().body(not(containsString("Discard the draft")));
        change(Map.of("subject", "Sydlys"));
        page().body(containsString("Discard the draft"));

        remove(version() - 1).statusCode(412).body(containsString("Somebody else changed this"));
        remove(version()).statusCode(303);

        page().body(containsString("Nordlys"), not(containsString("Sydlys")));
        assertThat(shop.get(path()).extract().<String>path("subject")).isEqualTo("Nordlys");
    }

    private void published() {
        shop.post(
                        "/api/v1/surveys",
                        Map.of(
                                "key",
                                key,
                                "metric",
                                "NPS",
                                "subject",
                                "Nordlys",
                                "title",
                                "Ticket closed",
                                "texts",
                                OWN_WORDS))
                .statusCode(201);
        shop.post(path() + "/publication", Map.of()).statusCode(201);
    }

    private String path() {
        return "/api/v1/surveys/" + key;
    }

    private int version() {
        return shop.get(path()).extract().path("version");
    }

    private void change(Map<String, Object> wish) {
        shop.as()
                .header("If-Match", "\"" + version() + "\"")
                .body(wish)
                .put(path())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse discard(int version) {
        return shop.as()
                .header("If-Match", "\"" + version + "\"")
                .delete(path() + "/draft")
                .then();
    }

    private ValidatableResponse page() {
        return shop.get("/surveys/" + key).statusCode(200);
    }

    private ValidatableResponse remove(int version) {
        return given().header("Authorization", "Bearer " + TestKeys.allScopes())
                .formParams(Map.of("version", version, "lang", "da"))
                .redirects()
                .follow(false)
                .post("/surveys/" + key + "/draft/removal")
                .then();
    }
}
