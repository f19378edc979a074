package io.aftertouch.platform.problem;

import java.util.Map;

import io.aftertouch.platform.testing.ProblemSlugs;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RealInfrastructureTest
class ProblemsTest {

    @Test
    void aBrokenFieldIsNamed() {
        problem(post(Map.of("text", " ")), 400, "invalid-request").body("errors.field", hasItem("text"));
        problem(post("{\"text\":\"a\",\"colour\":\"red\"}"), 400, "invalid-request")
                .body("errors.field", hasItem("colour"));
        problem(post("{\"text\":\"a\",\"mood\":\"SO_SO\"}"), 400, "invalid-request")
                .body("errors.field", hasItem("mood"))
                .body("errors.message", hasItem(containsString("GOOD")));
        problem(post("{\"text\":\"a\",\"stars\":\"many\"}"), 400, "invalid-request")
                .body("errors.field", hasItems("stars"));
        problem(post("{\"text\":\"a\",\"about\":\"\"}"), 400, "invalid-request").body("errors.field", hasItem("about"));
        problem(post("{\"text\":\"a\",\"loud\":1}"), 400, "invalid-request").body("errors.field", hasItem("loud"));
        problem(post("{\"text\":\"a\",\"day\":\" \"}"), 400, "invalid-request").body("errors.field", hasItem("day"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"text\":",
                "{\"text\":{\"a\":1}}",
                "\u0000",
                "{\"text\":\"a\"}}"
            })
    void whatIsNoNoteIsA400(String body) {
        problem(post(body), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "1969-12-31T23:59:59Z",
                "2026-13-01T00:00:00Z",
                "yesterday"
            })
    void anInstantThatTheDatabaseCannotKeepIsA400(String instant) {
        problem(caller().queryParam("since", instant).get("/api/v1/notes").then(), 400, "invalid-request");
        problem(post("{\"text\":\"a\",\"at\":\"" + instant + "\"}"), 400, "invalid-request")
                .body("errors.field", hasItem("at"));
    }

    @Test
    void anInstantMayHaveAnyOffset() {
        caller().queryParam("since", "2026-11-21T13:05:00+01:00")
                .get("/api/v1/notes")
                .then()
                .statusCode(200);
        post("{\"text\":\"a\",\"at\":\"2026-11-21T13:05:00+01:00\"}").statusCode(201);
        problem(post("{\"text\":\"a\",\"at\":1764000000}"), 400, "invalid-request");
    }

    @Test
    void deepNestingIsA400() {
        problem(post("{\"a\":".repeat(3_000)), 400, "invalid-request");
        problem(post("{\"text\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"), 400, "invalid-request");
    }

    @Test
    void aBodyThatIsTooLargeIsA413() {
        problem(post("{\"text\":\"" + "x".repeat(3_000_000) + "\"}"), 413, "content-too-large");
    }

    @Test
    void anotherTypeOfBodyIsA415() {
        problem(
                caller().contentType("text/plain")
                        .body("x")
                        .post("/api/v1/notes")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void unknownAddressesAndMethodsAreProblems() {
        problem(caller().get("/api/v1/nothing").then(), 404, "not-found");
        problem(caller().delete("/api/v1/notes").then(), 405, "method-not-allowed");
    }

    @Test
    void aForgedCursorIsA400() {
        problem(caller().get("/api/v1/notes?cursor=!!").then(), 400, "invalid-cursor");
        problem(caller().get("/api/v1/notes?cursor=YQ").then(), 400, "invalid-cursor");
    }

    @Test
    void aFailureOfOursTellsNothing() {
        problem(given().get("/api/v1/failures").then(), 500, "internal-error").body(not(containsString("secret")));
    }

    @Test
    void peopleSeeAPage() {
        given().accept(ContentType.HTML)
                .get("/nothing")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<h1>Not found</h1>"));
    }

    @Test
    void everyProblemIsExplained() throws Exception {
        ProblemSlugs.checkAllExplained();
        given().get("/problems/not-found").then().statusCode(200).body(containsString("What to do"));
        given().get("/problems").then().statusCode(200).body(containsString("/problems/invalid-request"));
        given().get("/problems/no-such").then().statusCode(404);
    }

    private static RequestSpecification caller() {
        return given().auth().oauth2(TestKeys.allScopes());
    }

    private static ValidatableResponse post(Object body) {
        return caller().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/notes")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status));
    }

    @Test
    void aHeaderThatNamesNoMediaTypeIsAMistakeOfTheSender() {
        given().auth()
                .oauth2(TestKeys.allScopes())
                .header("Accept", ";;;,/")
                .get("/api/v1/notes")
                .then()
                .statusCode(either(is(400)).or(is(406)))
                .contentType("application/problem+json");
    }
}
