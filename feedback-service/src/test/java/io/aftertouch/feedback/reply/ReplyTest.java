package io.aftertouch.feedback.reply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.review.Customer;
import io.aftertouch.feedback.review.Desk;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
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
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class ReplyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> OWN_WORDS =
            Map.of("subject", "Dit svar til Nordlys", "text", "Det beklager vi.\n\nMette", "language", "da");

    private Desk desk;

    @BeforeEach
    void aTeamIsThere() {
        desk = new Desk();
    }

    @Test
    void aReplyIsHandedOverOnceAndTheLoopKnowsWhenItWentOut() throws IOException {
        Customer customer = Customer.disappointed(desk).allowsContact();
        String id = customer.reviewCase();

        String reply = reply(id, OWN_WORDS)
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("subject", equalTo("Dit svar til Nordlys"))
                .extract()
                .path("id");
        ObjectNode told = told(id);
        assertThat(told.get("id").asText()).isEqualTo(reply);
        assertThat(told.get("respondentRef").asText()).isEqualTo(customer.link().respondent());
        assertThat(told.get("invitationId").asText())
                .isEqualTo(customer.link().invitation().toString());
        assertThat(told.get("text").asText()).isEqualTo("Det beklager vi.\n\nMette");
        desk.look(id)
                .body("state", equalTo("IN_PROGRESS"))
                .body("assignee", notNullValue())
                .body("firstContactAt", nullValue())
                .body("history.step", equalTo(List.of("OPENED", "REPLIED")))
                .body("history[1].reply", equalTo(reply));

        outcome("reply.sent", id, reply, Map.of());
        awaitState(id, "SENT");
        desk.look(id)
                .body("firstContactAt", equalTo("2026-11-21T14:00:01.500Z"))
                .body("history.step", equalTo(List.of("OPENED", "REPLIED", "REPLY_SENT")));
        page(id).body(containsString("The reply went out"))
                .body(containsString("<summary>Dit svar til Nordlys</summary>"));
    }

    @Test
    void whatDoesNotArriveSaysWhatToDoAndOpensAResolvedCaseAgain() throws IOException {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        String reply = reply(id, OWN_WORDS).statusCode(200).extract().path("id");
        outcome("reply.sent", id, reply, Map.of());
        awaitState(id, "SENT");
        desk.step(id, "resolution", Map.of("reason", "EXPLAINED")).statusCode(200);

        outcome("reply.failed", id, reply, Map.of("reason", "ADDRESS_BOUNCED", "diagnostic", "550 <b>gone</b>"));
        awaitState(id, "FAILED");
        desk.look(id)
                .body("state", equalTo("NEW"))
                .body("firstContactAt", nullValue())
                .body(
                        "history.step",
                        equalTo(List.of("OPENED", "REPLIED", "REPLY_SENT", "RESOLVED", "REPLY_FAILED", "REOPENED")))
                .body("history[4].text", equalTo("ADDRESS_BOUNCED"));
        page(id).body(containsString("does not reach the customer"))
                .body(containsString("mail to the respondent&#39;s address comes back"))
                .body(containsString("Ask for another address in another way"))
                .body(containsString("550 &lt;b&gt;gone&lt;/b&gt;"));
    }

    @Test
    void aReplyThatFailedIsSentOnceMoreByOneTap() throws IOException {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        String first = reply(id, OWN_WORDS).statusCode(200).extract().path("id");
        again(id, first).statusCode(409).body("type", equalTo("/problems/reply-refused"));
        again(id, UUID.randomUUID().toString()).statusCode(404);
        outcome("reply.failed", id, first, Map.of("reason", "BREAKDOWN"));
        awaitState(id, "FAILED");

        String page = page(id).body(containsString("the suite could not send it, though it tried several times"))
                .extract()
                .asString();
        String second = page.replaceFirst("(?s).*/again\\?.*?name=\"reply\" value=\"([^\"]+)\".*", "$1");
        tap(id, first, second).statusCode(303);
        tap(id, first, second).statusCode(303);
        tap(id, first, UUID.randomUUID().toString())
                .statusCode(409)
                .body(containsString("Nothing was sent: Only the last reply"));
        again(id, first).statusCode(409);

        assertThat(handedOver(id, 2))
                .extracting(told -> told.get("id").asText())
                .containsExactly(first, second);
        assertThat(handedOver(id, 2))
                .extracting(told -> told.get("text").asText())
                .containsOnly("Det beklager vi.\n\nMette");
        desk.look(id).body("history.step", equalTo(List.of("OPENED", "REPLIED", "REPLY_FAILED", "REPLIED")));
        page(id).body(not(containsString("Send the same reply again")));
    }

    @Test
    void theApiTriesAgainAsWell() throws IOException {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        String first = reply(id, OWN_WORDS).statusCode(200).extract().path("id");
        outcome("reply.failed", id, first, Map.of("reason", "MAIL_SERVER_AWAY"));
        awaitState(id, "FAILED");

        again(id, first)
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("text", equalTo("Det beklager vi.\n\nMette"));
        handedOver(id, 2);
        given().auth()
                .oauth2(TestKeys.withScopes(Scopes.RESPONSES_READ))
                .post(Desk.CASES + "/" + id + "/replies/" + first + "/again")
                .then()
                .statusCode(403);
    }

    @Test
    void onlyWhoAllowedItIsWrittenTo() {
        Customer customer = Customer.disappointed(desk);
        String id = customer.reviewCase();
        reply(id, OWN_WORDS)
                .statusCode(409)
                .body("type", equalTo("/problems/reply-refused"))
                .body("detail", containsString("has not allowed"));
        page(id).body(containsString("The customer has not allowed to be contacted about this answer."))
                .body(not(containsString("Send reply</button>")));
        desk.look(id).body("state", equalTo("NEW")).body("history.step", equalTo(List.of("OPENED")));

        customer.allowsContact();
        page(id).body(containsString("Send reply</button>"));
        String nameless = desk.aCase();
        reply(nameless, OWN_WORDS).statusCode(409).body("detail", containsString("nobody to write to"));
    }

    @ParameterizedTest
    @CsvSource({
        "da-DK,sorry,da,Dit svar til Nordlys,Tak for dit svar den",
        "nn,put-right,nb,Vi har ordnet opp,Du fortalte oss",
        "sv,question,sv,En fråga om ditt svar till Nordlys,Tack för ditt svar den",
        "de_AT,sorry,de,Ihre Antwort an Nordlys,Vielen Dank für Ihre Antwort vom",
        "fr,sorry,en,Your answer to Nordlys,Thank you for your answer of"
    })
    void templatesSpeakTheCustomersLanguage(
            String locale, String template, String language, String subject, String start) {
        String id = Customer.disappointed(desk, Map.of("locale", locale))
                .allowsContact()
                .reviewCase();
        reply(id, Map.of("template", template))
                .statusCode(200)
                .body("language", equalTo(language))
                .body("subject", equalTo(subject))
                .body("text", containsString(start))
                .body("text", not(containsString("{")));
    }

    @Test
    void onThePageATemplateIsFilledInLookedAtAndSentOnce() throws IOException {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        String filled = given().auth()
                .oauth2(desk.key())
                .get("/inbox?case=" + id + "&template=sorry&language=sv")
                .then()
                .statusCode(200)
                .body(containsString("value=\"Ditt svar till Nordlys\""))
                .body(containsString("Det du beskriver är inte som det ska vara"))
                .extract()
                .asString();
        String reply = filled.replaceFirst("(?s).*name=\"reply\" value=\"([^\"]+)\".*", "$1");

        String words = "Hej <script>alert(1)</script>";
        send(id, reply, "PREVIEW", "Ämne", words)
                .statusCode(200)
                .body(containsString("As the customer will read it"))
                .body(containsString("Hej &lt;script&gt;alert(1)&lt;/script&gt;"))
                .body(containsString("value=\"" + reply + "\""));
        send(id, reply, "SEND", "", words)
                .statusCode(422)
                .body(containsString("Nothing was sent: its subject must be one line"))
                .body(containsString("Hej &lt;script&gt;"));
        send(id, reply, "SEND", "Ämne", words).statusCode(303);
        send(id, reply, "SEND", "Ämne", words).statusCode(303);

        assertThat(told(id).get("text").asText()).isEqualTo(words);
        desk.look(id).body("history.step", equalTo(List.of("OPENED", "REPLIED")));
    }

    @Test
    void onePersonWritesToACustomer() throws Exception {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        List<String> people = IntStream.range(0, 8)
                .mapToObj(i -> TestKeys.withScopes(Scopes.CASES_WRITE))
                .toList();
        List<Integer> statuses;
        try (var office = Executors.newFixedThreadPool(people.size())) {
            statuses = office
                    .invokeAll(people.stream()
                            .<Callable<Integer>>map(key ->
                                    () -> reply(key, id, OWN_WORDS).extract().statusCode())
                            .toList())
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        told(id);
        page(id).body(containsString("has the case, and only one person writes to a customer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"Hello\"}",
                "{\"subject\":\"Hello\"}",
                "{\"subject\":\"Hello\\r\\nBcc: x@example.com\",\"text\":\"x\"}",
                "{\"subject\":\"Hello\",\"text\":\"x\",\"language\":\"fr\"}",
                "{\"template\":\"nonsense\"}",
                "{\"subject\":\"  \",\"text\":\"x\"}"
            })
    void whatIsNoReplyIsRefused(String body) {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        int status = given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .body(body)
                .post(Desk.CASES + "/" + id + "/replies")
                .then()
                .contentType("application/problem+json")
                .extract()
                .statusCode();
        assertThat(status).isIn(400, 422);
        desk.look(id).body("history.step", equalTo(List.of("OPENED")));
    }

    @Test
    void readersReadRepliesAndOnlyTheTeamWrites() {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        reply(id, OWN_WORDS).statusCode(200);
        String reader = TestKeys.withScopes(Scopes.RESPONSES_READ);
        given().auth()
                .oauth2(reader)
                .get(Desk.CASES + "/" + id + "/replies")
                .then()
                .statusCode(200)
                .body("items.text", equalTo(List.of("Det beklager vi.\n\nMette")));
        reply(reader, id, OWN_WORDS).statusCode(403);
        reply(UUID.randomUUID().toString(), OWN_WORDS).statusCode(404);
        desk.step(id, "spam").statusCode(200);
        reply(id, OWN_WORDS).statusCode(409).body("type", equalTo("/problems/illegal-case-step"));
    }

    @Test
    void whatIsToldOfRepliesThatAreNotHereIsPassedOver() throws IOException {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        outcome("reply.sent", id, UUID.randomUUID().toString(), Map.of());
        outcome("reply.invented", id, UUID.randomUUID().toString(), Map.of());
        String reply = reply(id, OWN_WORDS).statusCode(200).extract().path("id");
        outcome("reply.failed", id, reply, Map.of());
        awaitState(id, "FAILED");
        desk.look(id).body("history.step", equalTo(List.of("OPENED", "REPLIED", "REPLY_FAILED")));
    }

    private ValidatableResponse reply(String id, Map<String, ?> body) {
        return reply(desk.key(), id, body);
    }

    private static ValidatableResponse reply(String key, String id, Map<String, ?> body) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(Desk.CASES + "/" + id + "/replies")
                .then();
    }

    private ValidatableResponse send(String id, String reply, String step, String subject, String text) {
        return given().auth()
                .oauth2(desk.key())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("reply", reply, "language", "sv", "subject", subject, "text", text, "do", step))
                .post("/inbox/" + id + "/replies?case=" + id)
                .then();
    }

    private ValidatableResponse again(String id, String failed) {
        return given().auth()
                .oauth2(desk.key())
                .post(Desk.CASES + "/" + id + "/replies/" + failed + "/again")
                .then();
    }

    private ValidatableResponse tap(String id, String failed, String reply) {
        return given().auth()
                .oauth2(desk.key())
                .redirects()
                .follow(false)
                .formParam("reply", reply)
                .post("/inbox/" + id + "/replies/" + failed + "/again?case=" + id)
                .then();
    }

    private ValidatableResponse page(String id) {
        return given().auth().oauth2(desk.key()).get("/inbox?case=" + id).then().statusCode(200);
    }

    /** The one hand-over of a case. */
    private static ObjectNode told(String id) throws IOException {
        return handedOver(id, 1).getFirst();
    }

    /** The hand-overs of a case, valid by their contract. */
    private static List<ObjectNode> handedOver(String id, int count) throws IOException {
        List<String> found = await("reply.written of " + id)
                .until(
                        () -> Topics.published("replies").stream()
                                .filter(message -> id.equals(message.key()))
                                .filter(message -> CloudEventHeaders.type(message.headers())
                                        .filter("reply.written"::equals)
                                        .isPresent())
                                .map(message -> new String(message.value(), StandardCharsets.UTF_8))
                                .toList(),
                        messages -> messages.size() == count);
        List<ObjectNode> told = new ArrayList<>();
        for (String one : found) {
            Contracts.assertValid("reply.written", one);
            told.add((ObjectNode) JSON.readTree(one));
        }
        return told;
    }

    private static void outcome(String type, String id, String reply, Map<String, String> different)
            throws IOException {
        ObjectNode told =
                (ObjectNode) JSON.readTree(Contracts.example(type.equals("reply.invented") ? "reply.sent" : type));
        told.put("id", reply).put("caseId", id);
        different.forEach(told::put);
        Company.tell("reply-outcomes", id, type, told.toString());
    }

    private void awaitState(String id, String state) {
        await().untilAsserted(() -> given().auth()
                .oauth2(desk.key())
                .get(Desk.CASES + "/" + id + "/replies")
                .then()
                .body("items[0].state", equalTo(state)));
    }
}
