package io.aftertouch.feedback.inbox;

import java.util.List;
import java.util.Map;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Cases and answers are found by the segments of whoever gave the answer. */
@QuarkusTest
@RealInfrastructureTest
class SegmentFilterTest {

    private static String key;
    private static String touchpoint;

    @BeforeEach
    void customersOfSeveralSegmentsAreUnhappy() {
        if (touchpoint != null) {
            return;
        }
        key = TestKeys.allScopes();
        touchpoint = Company.touchpoint();
        String survey = Company.npsSurvey();
        unhappy(survey, "Danish pro", Map.of("country", "DK", "plan", "pro"));
        unhappy(survey, "Danish free", Map.of("country", "DK", "plan", "free"));
        unhappy(survey, "Swedish pro", Map.of("country", "SE", "plan", "pro"));
        unhappy(survey, "Unknown", Map.of());
        unhappy(survey, "Commas", Map.of("city", "Berlin, Mitte: \"Süd\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "segment=country:DK | Danish free,Danish pro",
                "segment=country:DK&segment=plan:pro | Danish pro",
                "segment=country:DK&segment=country:SE | Danish free,Danish pro,Swedish pro",
                "segment=country:dk |",
                "segment=planet:earth |",
                "segment=city:Berlin, Mitte: \"Süd\" | Commas",
                "segment= | Commas,Danish free,Danish pro,Swedish pro,Unknown"
            })
    void theListsOfTheApiTakeSegments(String query, String found) {
        List<String> expected = found == null ? List.of() : List.of(found.split(","));
        for (String list : List.of("review-cases", "responses")) {
            List<String> comments = api(list, query).statusCode(200).extract().path("items.comment");
            assertThat(comments).as(list).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"segment=country", "segment=:DK", "segment=Country:DK", "segment=a\"b:c", "segment=a]b:c"})
    void whatIsNoSegmentIsRefused(String query) {
        for (String list : List.of("review-cases", "responses")) {
            api(list, query).statusCode(400).body("errors[0].field", equalTo("segment"));
        }
    }

    @Test
    void thePagesTakeThemInOneLineAndKeepThemInTheirLinks() {
        for (String page : List.of("/inbox", "/responses")) {
            page(page, "country:DK, plan:pro").body(containsString("Danish pro"), not(containsString("Danish free")));
            page(page, "city:Berlin, Mitte: \"Süd\"").body(containsString("Commas"), not(containsString("Danish pro")));
            page(page, "nothing that is one").statusCode(200);
        }
        page("/inbox", "country:DK").body(containsString("segment=country%3ADK&amp;case="));
    }

    private static ValidatableResponse page(String path, String segments) {
        return given().auth()
                .oauth2(key)
                .queryParam("tp", touchpoint)
                .queryParam("segment", segments)
                .get(path)
                .then();
    }

    private static ValidatableResponse api(String list, String query) {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/" + list + "?touchpoint=" + touchpoint + "&" + query)
                .then();
    }

    private static void unhappy(String survey, String comment, Map<String, String> segments) {
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "source",
                        touchpoint,
                        "id",
                        comment,
                        "survey",
                        survey,
                        "touchpoint",
                        touchpoint,
                        "score",
                        1,
                        "comment",
                        comment,
                        "segments",
                        segments))
                .post("/api/v1/responses")
                .then()
                .statusCode(201);
    }
}
