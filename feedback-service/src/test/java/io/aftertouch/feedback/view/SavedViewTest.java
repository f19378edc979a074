package io.aftertouch.feedback.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RealInfrastructureTest
class SavedViewTest {

    private static final String VIEWS = "/api/v1/inbox/views";

    private final String unique = UUID.randomUUID().toString();
    private String mette;
    private String jonas;

    @BeforeEach
    void twoColleaguesAreThere() {
        mette = TestKeys.withScopes(Scopes.CASES_WRITE);
        jonas = TestKeys.withScopes(Scopes.CASES_WRITE);
    }

    @Test
    void onesOwnViewIsSeenByOneselfAndASharedOneByAll() {
        String own = save(Map.of("name", "Mine " + unique, "query", "state=NEW&who=me"))
                .statusCode(201)
                .extract()
                .path("id");
        String shared = save(Map.of("name", "All <b> " + unique, "query", "due=late", "shared", true))
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(seenBy(mette)).contains(own, shared);
        assertThat(seenBy(jonas)).contains(shared).doesNotContain(own);
        inbox(jonas)
                .body(containsString("<a href=\"/inbox?due=late\">All &lt;b&gt; " + unique + "</a>"))
                .body(not(containsString("Mine " + unique)))
                .body(not(containsString("Drop All &lt;b&gt; " + unique)));

        drop(jonas, shared).statusCode(404);
        drop(jonas, own).statusCode(404);
        drop(mette, own).statusCode(204);
        drop(mette, shared).statusCode(204);
        drop(mette, shared).statusCode(404);
        assertThat(ownOf(mette)).isEmpty();
    }

    @Test
    void theListThatIsShownIsSavedFromThePage() {
        assertThat(post("/inbox/views?state=NEW&tp=a%26b&after=x&case=" + unique, Map.of("name", unique))
                        .statusCode())
                .isEqualTo(303);
        given().auth()
                .oauth2(mette)
                .get(VIEWS)
                .then()
                .body("find { it.name == '" + unique + "' }.query", equalTo("state=NEW&tp=a%26b"));
        inbox(mette).body(containsString("Drop " + unique));
        String id = ownOf(mette).getFirst();
        assertThat(post("/inbox/views/" + id + "/dropping", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(ownOf(mette)).isEmpty();
        Response nameless = post("/inbox/views?state=NEW", Map.of("name", " "));
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.asString()).contains("Its name must have 1 to 80 characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\"}",
                "{\"name\":\"\",\"query\":\"\"}",
                "{\"name\":\"x\",\"query\":\"case=1\"}",
                "{\"name\":\"x\",\"query\":\"state\"}",
                "{\"name\":\"x\",\"query\":\"q=\\\"><script>\"}",
                "{\"name\":\"x\",\"query\":\"\",\"more\":1}",
                "[]"
            })
    void whatIsNoViewIsRefused(String body) {
        save(body).statusCode(400).contentType("application/problem+json");
        assertThat(ownOf(mette)).isEmpty();
    }

    @Test
    void nobodySavesWithoutEnd() {
        for (int i = 0; i < 50; i++) {
            save(Map.of("name", "View " + i, "query", "")).statusCode(201);
        }
        save(Map.of("name", "One more", "query", "")).statusCode(400);
        assertThat(ownOf(mette)).hasSize(50);
    }

    @Test
    void readersSaveNothing() {
        String reader = TestKeys.withScopes(Scopes.RESPONSES_READ);
        given().auth().oauth2(reader).get(VIEWS).then().statusCode(200);
        given().auth()
                .oauth2(reader)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "x", "query", ""))
                .post(VIEWS)
                .then()
                .statusCode(403);
        given().get(VIEWS).then().statusCode(401);
    }

    private List<String> seenBy(String who) {
        return given().auth()
                .oauth2(who)
                .get(VIEWS)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.name != null }.id");
    }

    private static List<String> ownOf(String who) {
        return given().auth()
                .oauth2(who)
                .get(VIEWS)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { !it.shared }.id");
    }

    private ValidatableResponse save(Object body) {
        return given().auth()
                .oauth2(mette)
                .contentType(ContentType.JSON)
                .body(body)
                .post(VIEWS)
                .then();
    }

    private static ValidatableResponse drop(String who, String id) {
        return given().auth().oauth2(who).delete(VIEWS + "/" + id).then();
    }

    private static ValidatableResponse inbox(String who) {
        return given().auth().oauth2(who).get("/inbox").then().statusCode(200);
    }

    private Response post(String path, Map<String, String> form) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .auth()
                .oauth2(mette)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path);
    }
}
