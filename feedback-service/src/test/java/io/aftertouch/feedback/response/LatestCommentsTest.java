package io.aftertouch.feedback.response;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The page of a touchpoint's scores shows what its customers wrote last. */
@QuarkusTest
@RealInfrastructureTest
class LatestCommentsTest {

    @Test
    void theLatestSixCommentsThatFitAreShownAsText() {
        String key = TestKeys.allScopes();
        String survey = Company.npsSurvey();
        String touchpoint = Company.touchpoint();
        for (int i = 0; i < 8; i++) {
            answered(key, survey, touchpoint, i, i % 2 == 0 ? "DK" : "SE", i == 7 ? "<b>7</b>" : "Comment " + i);
        }
        answered(key, survey, touchpoint, 8, "DK", null);

        String latest = comments(key, "tp=" + touchpoint);
        String danish = comments(key, "tp=" + touchpoint + "&segment=country:DK");

        assertThat(latest)
                .contains("&lt;b&gt;7&lt;/b&gt;", "Comment 6", "Comment 2", "7 of 10")
                .doesNotContain("Comment 1", "8 of 10", "<b>7", "<html");
        assertThat(danish).contains("Comment 0", "Comment 6").doesNotContain("Comment 5");
        assertThat(comments(key, "tp=" + touchpoint + "&segment=country:NO"))
                .contains("None of the latest 200 answers has a comment.");
    }

    @Test
    void nobodySeesCommentsWithoutThePermission() {
        given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .get("/responses/comments")
                .then()
                .statusCode(403);
    }

    private static void answered(
            String key, String survey, String touchpoint, int score, String country, String comment) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "source",
                "shop",
                "id",
                UUID.randomUUID().toString(),
                "survey",
                survey,
                "touchpoint",
                touchpoint,
                "score",
                score,
                "segments",
                Map.of("country", country),
                "answeredAt",
                "2026-01-0" + (score + 1) + "T10:00:00Z"));
        answer.put("comment", comment);
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(answer)
                .post("/api/v1/responses")
                .then()
                .statusCode(201);
    }

    private static String comments(String key, String query) {
        return given().auth()
                .oauth2(key)
                .get("/responses/comments?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
