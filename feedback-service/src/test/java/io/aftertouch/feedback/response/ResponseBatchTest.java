package io.aftertouch.feedback.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@RealInfrastructureTest
class ResponseBatchTest {

    private static final String PATH = "/api/v1/responses/batch";

    private static String key;
    private static String survey;
    private static String touchpoint;

    @BeforeAll
    static void somethingIsAsked() {
        key = TestKeys.allScopes();
        survey = Company.npsSurvey();
        touchpoint = Company.touchpoint();
    }

    @Test
    void fiveHundredAnswersAreStoredAndARepeatStoresNothing() {
        List<Object> answers =
                IntStream.range(0, 500).<Object>mapToObj(i -> answer(i % 11)).toList();
        List<String> ids = post(answers)
                .statusCode(200)
                .body("results", hasSize(500))
                .body("results.status", everyItem(equalTo(201)))
                .body("results[3].index", equalTo(3))
                .body("results[3].response.score", equalTo(3))
                .extract()
                .path("results.response.id");
        assertThat(ids).doesNotHaveDuplicates();
        List<String> again = post(answers)
                .statusCode(200)
                .body("results.status", everyItem(equalTo(200)))
                .extract()
                .path("results.response.id");
        assertThat(again).isEqualTo(ids);
    }

    @Test
    void whatIsRefusedSaysWhyAndHarmsNoOther() {
        Map<String, Object> misspelt = answer(9);
        misspelt.put("coment", "x");
        Map<String, Object> text = answer(9);
        text.put("score", "9");
        Map<String, Object> half = answer(9);
        half.remove("touchpoint");
        Map<String, Object> nowhere = answer(9);
        nowhere.put("touchpoint", "nowhere");
        List<Object> answers =
                new ArrayList<>(List.of(answer(9), misspelt, text, answer(11), half, nowhere, "no answer", answer(0)));
        post(answers)
                .statusCode(200)
                .body("results.status", equalTo(List.of(201, 400, 400, 422, 400, 422, 400, 201)))
                .body("results[1].problem.type", equalTo("/problems/invalid-request"))
                .body("results[1].problem.errors.field", hasItem("coment"))
                .body("results[2].problem.errors.field", hasItem("score"))
                .body("results[3].problem.type", equalTo("/problems/score-out-of-scale"))
                .body("results[4].problem.errors.field", hasItem("touchpoint"))
                .body("results[5].problem.type", equalTo("/problems/unknown-touchpoint"));
    }

    @Test
    void whatABatchSaysTwiceOfOneAnswerHappensInItsOrder() {
        Map<String, Object> first = answer(9);
        Map<String, Object> contradiction = new HashMap<>(first);
        contradiction.put("score", 2);
        post(List.of(first, first, contradiction))
                .statusCode(200)
                .body("results.status", equalTo(List.of(201, 200, 409)));
    }

    @Test
    void anItemMayAnswerAnInvitationByItsToken() {
        Link link = Company.invite(survey, touchpoint, "da");
        post(List.of(
                        Map.of("invitation", link.token(), "score", 4),
                        Map.of("invitation", Company.newToken(), "score", 4)))
                .statusCode(200)
                .body("results.status", equalTo(List.of(201, 422)))
                .body("results[0].response.respondentRef", equalTo(link.respondent()))
                .body("results[1].problem.type", equalTo("/problems/unknown-invitation"));
    }

    @Test
    void anEmptyBatchAndOneOfMoreThanFiveHundredAreRefused() {
        post(List.of()).statusCode(400);
        post(Collections.nCopies(501, answer(9))).statusCode(400);
        given().auth()
                .oauth2(TestKeys.withScopes(Scopes.RESPONSES_READ))
                .contentType(ContentType.JSON)
                .body("{\"responses\":[]}")
                .post(PATH)
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> answer(int score) {
        return new HashMap<>(Map.of(
                "source",
                "shop",
                "id",
                UUID.randomUUID().toString(),
                "survey",
                survey,
                "touchpoint",
                touchpoint,
                "score",
                score));
    }

    private static ValidatableResponse post(List<?> answers) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Company.json(Map.of("responses", answers)))
                .post(PATH)
                .then();
    }
}
