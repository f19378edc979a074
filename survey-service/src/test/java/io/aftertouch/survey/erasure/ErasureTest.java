package io.aftertouch.survey.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.platform.testing.Traces;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.Tap;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** Who is erased is gone from every column of every table, stays gone, and is left alone. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ErasureTest {

    private static final String PATH = "/api/v1/respondents/";

    private final Installation shop = new Installation();
    private final String ref = fresh("erase-me");
    private final String email = fresh("frejas.mail") + "@example.com";
    private final String phone = "+45" + (10_000_000 + Math.floorMod(ref.hashCode(), 89_999_999));
    private final String name = fresh("Freja Erasmussen");

    @Inject
    DataSource database;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    private Map<String, Object> freja() {
        return Map.of("ref", ref, "email", email, "phone", phone, "name", name, "locale", "da");
    }

    private Map<String, Object> happening(String touchpoint) {
        return event(
                touchpoint,
                ref,
                Map.of("respondent", freja(), "attributes", Map.of("customerName", name, "orderedBy", email)));
    }

    /** Somebody about whom every feature knows something. */
    private String lived() {
        shop.as()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(freja())
                .post("/api/v1/respondents")
                .then()
                .statusCode(201);
        String asking = shop.touchpoint();
        shop.rule(asking, shop.publishedSurvey("NPS"), Map.of("quarantine", "PT0S"));
        String sent = shop.happens(happening(asking)).extract().path("decisions[0].invitation.id");
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + sent).body("state", equalTo("SENT")));
        String later = shop.touchpoint();
        shop.rule(later, shop.publishedSurvey("CSAT"), Map.of("quarantine", "PT0S", "delay", "PT2H"));
        String waiting = shop.happens(happening(later)).extract().path("decisions[0].invitation.id");
        shop.happens(happening(asking)).statusCode(202);
        shop.post(
                        PATH + ref + "/opt-outs",
                        Map.of("touchpoint", asking, "reason", name + " asked for it", "source", email))
                .statusCode(204);
        shop.as()
                .queryParam("touchpoint", asking)
                .delete(PATH + ref + "/opt-outs")
                .then()
                .statusCode(204);
        shop.post(PATH + ref + "/opt-outs", Map.of("touchpoint", asking, "reason", name + " asked again"))
                .statusCode(204);
        return waiting;
    }

    private void erase() {
        shop.as().delete(PATH + ref).then().statusCode(204);
    }

    @Test
    void nothingInTheDatabaseTellsWhoItWas() throws SQLException {
        String waiting = lived();
        assertThat(tracesOf(ref, email, phone, name).keySet())
                .contains(
                        "respondent.ref",
                        "invitation.respondent_ref",
                        "decision.respondent_ref",
                        "touchpoint_event.respondent_ref",
                        "touchpoint_event.attributes",
                        "opt_out_history.reason",
                        "outbox.payload",
                        "idempotency_key.body");

        erase();

        shop.get(PATH + ref).statusCode(404);
        shop.get("/api/v1/invitations/" + waiting)
                .body("state", equalTo("CANCELLED"))
                .body("reason", equalTo("ERASED"));
        assertThat(tracesOf(ref, email, phone, name))
                .as("only the message that tells the others whom to forget may name them")
                .isEqualTo(Map.of("outbox.payload", 1, "outbox.event_key", 1));
        assertThat(select("SELECT type FROM outbox WHERE event_key = '" + ref + "'"))
                .containsExactly("respondent.erased");
    }

    @Test
    void theOthersAreToldOnce() {
        lived();
        erase();
        erase();

        List<String> told = await().until(
                        () -> Topics.published("respondents").stream()
                                .filter(message -> ref.equals(message.key()))
                                .filter(message -> CloudEventHeaders.type(message.headers())
                                        .filter("respondent.erased"::equals)
                                        .isPresent())
                                .map(message -> new String(message.value(), UTF_8))
                                .toList(),
                        messages -> !messages.isEmpty());
        assertThat(told).hasSize(1);
        Contracts.assertValid("respondent.erased", told.getFirst());
        Contracts.assertValid("respondent.erased", Contracts.example("respondent.erased"));
    }

    @Test
    void aReferenceThatIsNotKnownHereIsToldAndRememberedToo() {
        erase();
        shop.happens(event(shop.askingTouchpoint(), ref)).body("decisions[0].reason", equalTo("ERASED"));
        await().until(() -> Topics.published("respondents").stream().anyMatch(message -> ref.equals(message.key())));
    }

    @Test
    void laterEventsDoNotBringThePersonBack() throws SQLException {
        lived();
        erase();
        String touchpoint = shop.askingTouchpoint();
        shop.happens(happening(touchpoint))
                .statusCode(202)
                .body("decisions", hasSize(1))
                .body("decisions[0].outcome", equalTo("NOT_INVITED"))
                .body("decisions[0].reason", equalTo("ERASED"));
        String otherRef = fresh("r");
        shop.happens(event(
                        touchpoint,
                        otherRef,
                        Map.of("respondent", Map.of("ref", otherRef, "email", email.toUpperCase(Locale.ROOT)))))
                .body("decisions[0].reason", equalTo("ERASED"));
        Map<String, Object> batched = happening(touchpoint);
        shop.post("/api/v1/events/batch", Map.of("events", List.of(batched, event(touchpoint, fresh("r")))))
                .statusCode(200)
                .body("results[0].answer.decisions[0].reason", equalTo("ERASED"))
                .body("results[1].answer.decisions[0].reason", equalTo("INVITED"));
        shop.happens(batched).statusCode(202).body("decisions[0].reason", equalTo("ERASED"));
        shop.post("/api/v1/events/simulation", happening(touchpoint)).body("decisions[0].reason", equalTo("ERASED"));

        assertThat(tracesOf(ref, email, phone, name)).isEqualTo(Map.of("outbox.payload", 1, "outbox.event_key", 1));
        assertThat(tracesOf(otherRef)).isEmpty();
        shop.post("/api/v1/respondents", freja()).statusCode(409).body("type", equalTo("/problems/respondent-erased"));
        shop.post(PATH + ref + "/opt-outs", Map.of()).statusCode(204);
        assertThat(tracesOf(ref)).isEqualTo(Map.of("outbox.payload", 1, "outbox.event_key", 1));
    }

    @Test
    void somebodyElseWithTheSameMailboxStays() {
        lived();
        String flatmate = fresh("r");
        shop.post("/api/v1/respondents", Map.of("ref", flatmate, "email", email))
                .statusCode(201);
        erase();

        shop.get(PATH + flatmate).statusCode(200);
        shop.happens(event(
                        shop.askingTouchpoint(),
                        flatmate,
                        Map.of("respondent", Map.of("ref", flatmate, "email", email))))
                .body("decisions[0].reason", not(equalTo("ERASED")));
    }

    @Test
    void theLinkInAnOldMailStillSaysThatNobodyAsks() {
        String link =
                shop.happens(event(shop.askingTouchpoint(), ref)).extract().path("decisions[0].invitation.link");
        erase();

        String page = link.replace("http://localhost:8080/s/", "/u/");
        given().queryParam("lang", "en")
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("We will not ask you again"));
        Tap.on(page).post(page).then().statusCode(200).body(not(containsString("undo=")));
    }

    @Test
    void messagesThatWaitForSomebodyToLookAtThemGoToo() throws SQLException {
        Topics.publish(
                "responses",
                "a",
                UUID.randomUUID(),
                "response.recorded",
                "{\"respondentRef\": \"" + ref + "\", \"invitationId\": \"none\"}");
        Topics.publish(
                "responses",
                "a",
                UUID.randomUUID(),
                "response.recorded",
                "{\"invitationId\": \"none of " + email + "\"}");
        shop.post("/api/v1/respondents", freja()).statusCode(201);
        await().untilAsserted(() -> assertThat(tracesOf(ref, email)).containsEntry("parked_message.payload", 2));

        erase();

        assertThat(tracesOf(ref, email)).doesNotContainKey("parked_message.payload");
    }

    @Test
    void thePageAsksBeforeItErases() {
        lived();
        String page = shop.as()
                .get("/respondents/" + ref + "/erasure")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("Erase " + name + " for good?", "Erase the respondent");
        shop.get(PATH + ref).statusCode(200);

        shop.as()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .post("/respondents/" + ref + "/erasure")
                .then()
                .statusCode(303);
        shop.get(PATH + ref).statusCode(404);
    }

    private Map<String, Integer> tracesOf(String... texts) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Traces.of(connection, texts);
        }
    }

    private List<String> select(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
