package io.aftertouch.feedback.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.review.Customer;
import io.aftertouch.feedback.review.Desk;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RealInfrastructureTest
class RecoveryTest {

    private static final String SETTING = "/api/v1/inbox/settings/resurvey";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Desk desk;
    private String again;

    @BeforeEach
    void aTeamIsThere() {
        desk = new Desk();
        again = Company.touchpoint("Case resolved");
        askAgain(again, "PT0S");
    }

    /** The setting is one for all. */
    @AfterEach
    void nobodyIsAskedAgain() {
        askAgain(null, "P1D");
    }

    @Test
    void whoeverIsAskedAgainAndAnswersIsWonBack() throws IOException {
        Customer customer = Customer.disappointed(desk);
        String id = resolved(customer);

        ObjectNode asked = asked(id).getFirst();
        Contracts.assertValid("event.happened", asked.toString());
        assertThat(asked.at("/respondent/ref").asText())
                .isEqualTo(customer.link().respondent());
        assertThat(asked.get("touchpoint").asText()).isEqualTo(again);
        assertThat(asked.at("/segments/country").asText()).isEqualTo("DK");
        judged(id, "INVITED", null);
        awaitPage(id, "was asked again at Case resolved");

        Company.Link second = Company.invite(
                desk.survey(), again, Map.of("respondentRef", customer.link().respondent()));
        Customer.answers(desk, second, 9);

        page(id).body(containsString("<span class=\"band band--positive\">9 of 10</span> at Case resolved"))
                .body(containsString("the first answer was 2 of 10. The customer is won back."));
        figures()
                .body("askedAgain", equalTo(1))
                .body("answeredAgain", equalTo(1))
                .body("recovered", equalTo(1));
        given().auth()
                .oauth2(desk.key())
                .get("/inbox/figures")
                .then()
                .body(containsString("data-label=\"Won back\">1 of 1</td>"));
    }

    @Test
    void aSecondBadAnswerIsNoRecoveryAndAnotherTouchpointIsNoSecondAnswer() throws IOException {
        Customer customer = Customer.disappointed(desk);
        String id = resolved(customer);
        asked(id);
        judged(id, "DEFERRED", "QUARANTINE");
        awaitPage(id, "The customer is asked again later: they were asked too recently, until");
        Map<String, Object> same = Map.of("respondentRef", customer.link().respondent());
        Customer.answers(desk, Company.invite(desk.survey(), desk.touchpoint(), same), 10);
        page(id).body(not(containsString("won back")));

        Customer.answers(desk, Company.invite(desk.survey(), again, same), 3);
        page(id).body(containsString("3 of 10</span> at Case resolved"))
                .body(containsString("The customer is still not content."));
        figures().body("answeredAgain", equalTo(1)).body("recovered", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "OPTED_OUT,they do not want to be asked",
        "NO_RULE,no trigger rule waits at this touchpoint",
        "REFUSED,the event was refused and is parked",
        "SOMETHING_NEW,SOMETHING_NEW"
    })
    void theCaseSaysWhyNobodyWasAsked(String reason, String words) throws IOException {
        String id = resolved(Customer.disappointed(desk));
        asked(id);
        judged(id, "NOT_INVITED", reason);
        awaitPage(id, "The customer was not asked again: " + words);
        figures().body("askedAgain", equalTo(0));
    }

    @Test
    void whoseCaseIsOpenAgainIsNotAsked() {
        askAgain(again, "PT2S");
        String reopened = resolved(Customer.disappointed(desk));
        page(reopened).body(containsString("if the case is still resolved then"));
        desk.step(reopened, "reopening").statusCode(200);
        awaitPage(reopened, "was not asked again, since the case was open when it was time");
        assertThat(events(reopened)).isEmpty();
    }

    @Test
    void nobodyIsAskedTwiceAboutACaseAndWhoIsNotNamedNotAtAll() throws IOException {
        String id = resolved(Customer.disappointed(desk));
        asked(id);
        desk.step(id, "reopening").statusCode(200);
        desk.step(id, "resolution", Map.of("reason", "EXPLAINED")).statusCode(200);
        String nameless = desk.aCase();
        desk.step(nameless, "resolution", Map.of("reason", "EXPLAINED")).statusCode(200);
        String later = resolved(Customer.disappointed(desk));

        asked(later);
        assertThat(events(id)).hasSize(1);
        assertThat(events(nameless)).isEmpty();
        page(nameless).body(not(containsString("Asked again")));
    }

    @Test
    void theSettingIsCheckedAndHasAPage() {
        setting(Map.of("touchpoint", "nowhere." + again, "after", "P1D"), etag())
                .statusCode(400)
                .body("errors.field", hasItem("touchpoint"));
        setting(Map.of("touchpoint", again, "after", "P61D"), etag())
                .statusCode(400)
                .body("errors.field", hasItem("after"));
        setting(Map.of("touchpoint", again, "after", "P1D"), "\"99999\"").statusCode(412);
        given().auth()
                .oauth2(desk.key())
                .get("/inbox/settings/resurvey")
                .then()
                .statusCode(200)
                .body(containsString("<option value=\"" + again + "\" selected>Case resolved</option>"));
        String version = etag().replace("\"", "");
        form(Map.of("version", version, "touchpoint", again, "after", "many"))
                .statusCode(422)
                .body(containsString("must be a duration"))
                .body(containsString("value=\"many\""));
        form(Map.of("version", version, "touchpoint", again, "after", "36")).statusCode(303);
        given().auth()
                .oauth2(desk.key())
                .get(SETTING)
                .then()
                .body("touchpoint", equalTo(again))
                .body("after", equalTo("PT36H"));
    }

    @Test
    void theExampleIsAsItsSchemaSays() {
        Contracts.assertValid("event.judged", Contracts.example("event.judged"));
    }

    private String resolved(Customer customer) {
        String id = customer.reviewCase();
        desk.step(id, "resolution", Map.of("reason", "PUT_RIGHT")).statusCode(200);
        return id;
    }

    private static List<ObjectNode> asked(String id) {
        return await("event of " + id).until(() -> events(id), events -> events.size() == 1);
    }

    private static List<ObjectNode> events(String id) {
        return Topics.published("events").stream()
                .map(message -> new String(message.value(), StandardCharsets.UTF_8))
                .filter(json -> json.contains("\"id\":\"" + id + "\""))
                .map(RecoveryTest::read)
                .toList();
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void judged(String id, String outcome, String reason) {
        ObjectNode judged = read(Contracts.example("event.judged"));
        judged.put("id", id).put("outcome", outcome).put("reason", reason == null ? "INVITED" : reason);
        Company.tell("decisions", id, "event.judged", judged.toString());
    }

    private void awaitPage(String id, String words) {
        await().untilAsserted(() -> page(id).body(containsString(words)));
    }

    private ValidatableResponse page(String id) {
        return given().auth().oauth2(desk.key()).get("/inbox?case=" + id).then().statusCode(200);
    }

    private ValidatableResponse figures() {
        return given().auth()
                .oauth2(desk.key())
                .get("/api/v1/inbox/figures")
                .then()
                .rootPath("groups.find { it.group == '" + desk.touchpoint() + "' }");
    }

    private String etag() {
        return given().auth().oauth2(desk.key()).get(SETTING).header("ETag");
    }

    private void askAgain(String touchpoint, String after) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("touchpoint", touchpoint);
        wish.put("after", after);
        setting(wish, etag()).statusCode(200);
    }

    private ValidatableResponse setting(Map<String, ?> wish, String ifMatch) {
        return given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(wish)
                .put(SETTING)
                .then();
    }

    private ValidatableResponse form(Map<String, String> fields) {
        return given().auth()
                .oauth2(desk.key())
                .redirects()
                .follow(false)
                .formParams(fields)
                .post("/inbox/settings/resurvey")
                .then();
    }
}
