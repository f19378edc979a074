package io.aftertouch.survey.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.TimeLapse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ContactPolicyResourceTest {

    private static final String PATH = "/api/v1/contact-policy";

    private static final Map<String, Object> USUAL = Map.of(
            "quarantine",
            "P30D",
            "sameNpsSurvey",
            "P90D",
            "countries",
            Map.of("DE", "CONSENT_REQUIRED", "DK", "NEUTRAL_MAIL_ONLY"));

    private final Installation shop = new Installation();

    @Inject
    TimeLapse time;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @AfterEach
    void everybodyElseFindsTheUsualPolicy() {
        save(Map.of());
    }

    @Test
    void whatIsSavedIsInForceAndShown() {
        String survey = shop.publishedSurvey("CSAT");
        save(Map.of(
                        "surveys",
                        Map.of(survey, "P180D"),
                        "dailyCap",
                        2,
                        "quietHours",
                        Map.of("from", "21:00", "to", "08:00"),
                        "otherCountries",
                        "CONSENT_REQUIRED"))
                .body("surveys." + survey, equalTo("P180D"));

        shop.get(PATH)
                .statusCode(200)
                .body("quarantine", equalTo("P30D"))
                .body("sameNpsSurvey", equalTo("P90D"))
                .body("dailyCap", equalTo(2))
                .body("quietHours.from", equalTo("21:00"))
                .body("quietHours.to", equalTo("08:00"))
                .body("countries.DE", equalTo("CONSENT_REQUIRED"))
                .body("countries.DK", equalTo("NEUTRAL_MAIL_ONLY"))
                .body("otherCountries", equalTo("CONSENT_REQUIRED"))
                .body("timeZone", equalTo("Europe/Copenhagen"))
                .body("changedBy", notNullValue())
                .body("changedAt", notNullValue());
        save(Map.of())
                .body("surveys." + survey, nullValue())
                .body("dailyCap", nullValue())
                .body("quietHours", nullValue());
    }

    @Test
    void nobodyOverwritesAChangeTheyHaveNotSeen() {
        String before = shop.get(PATH).extract().header("ETag");
        save(Map.of("dailyCap", 3));

        put(before, USUAL).statusCode(412);
        shop.as().body(USUAL).put(PATH).then().statusCode(428);
        put("nonsense", USUAL).statusCode(412);
    }

    @Test
    void ofTwentyChangesAtTheSameTimeOneWins() throws Exception {
        String seen = shop.get(PATH).extract().header("ETag");
        Callable<Integer> change = () -> put(seen, USUAL).extract().statusCode();

        List<Integer> answers;
        try (var pool = Executors.newFixedThreadPool(20)) {
            answers = pool
                    .invokeAll(IntStream.range(0, 20).mapToObj(i -> change).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 412).hasSize(19);
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        refused(Map.of("quarantine", "a month"), 422, "quarantine");
        refused(Map.of("sameNpsSurvey", "P400D"), 422, "sameNpsSurvey");
        refused(Map.of("surveys", Map.of("no-such-survey", "P1D")), 422, "surveys.no-such-survey");
        refused(Map.of("quietHours", Map.of("from", "08:00", "to", "08:00")), 422, "quietHours.to");
        refused(Map.of("quietHours", Map.of("from", "25:00", "to", "08:00")), 400, "quietHours.from");
        refused(Map.of("dailyCap", 0), 400, "dailyCap");
        refused(Map.of("countries", Map.of("DE", "PERHAPS")), 400, "countries.DE");
        refused(Map.of("countries", Map.of("Germany", "FREE")), 400, "countries<K>[Germany].<map key>");
        refused(Map.of("nonsense", 1), 400, "nonsense");
        shop.as().header("If-Match", "\"0\"").body("{}").put(PATH).then().statusCode(400);
    }

    @Test
    void onlyWhoMayConfigureChangesIt() {
        Installation.as(TestKeys.withScopes("config:read"))
                .header("If-Match", "\"1\"")
                .body(USUAL)
                .put(PATH)
                .then()
                .statusCode(403);
        Installation.as(TestKeys.withScopes("events:write")).get(PATH).then().statusCode(403);
    }

    @Test
    void theDailyCapHoldsFromTheNextEventOn() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("CSAT"), Map.of("quarantine", "PT0S"));
        String ref = fresh("r");
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("INVITED"));

        save(Map.of("dailyCap", 1));

        shop.happens(event(touchpoint, ref))
                .body("decisions[0].outcome", equalTo("NOT_INVITED"))
                .body("decisions[0].reason", equalTo("DAILY_CAP"))
                .body("decisions[0].freeAt", notNullValue());
        save(Map.of());
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("INVITED"));
    }

    @Test
    void aQuietPersonIsAskedWhenTheirQuietHoursEnd() {
        String touchpoint = shop.askingTouchpoint();
        ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
        LocalTime wall = LocalTime.now(kiritimati).truncatedTo(ChronoUnit.MINUTES);
        save(Map.of(
                "quietHours",
                Map.of(
                        "from",
                        wall.minusHours(1).toString(),
                        "to",
                        wall.plusHours(2).toString())));

        String due = shop.happens(eventOf(touchpoint, Map.of("timeZone", "Pacific/Kiritimati")))
                .statusCode(202)
                .extract()
                .path("decisions[0].invitation.dueAt");
        assertThat(Instant.parse(due).atZone(kiritimati).toLocalTime()).isEqualTo(wall.plusHours(2));

        shop.happens(eventOf(touchpoint, Map.of("timeZone", "Pacific/Pago_Pago")))
                .body("decisions[0].invitation.dueAt", not(equalTo(due)));
    }

    @Test
    void whatIsDueInQuietHoursIsHeldUntilTheirEnd() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H", "channels", List.of("LINK")));
        LocalTime wall = LocalTime.now(ZoneId.of("Europe/Copenhagen")).truncatedTo(ChronoUnit.MINUTES);
        String ref = fresh("r");
        String invitation = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.id");

        save(Map.of(
                "quietHours",
                Map.of(
                        "from",
                        wall.minusHours(1).toString(),
                        "to",
                        wall.plusHours(1).toString())));
        time.passes(Duration.ofHours(1), ref);

        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + invitation)
                .body("history.step", equalTo(List.of("SCHEDULED", "HELD")))
                .body("state", equalTo("SCHEDULED"))
                .body("attempts", equalTo(0)));
    }

    @Test
    void whereAConsentIsRequiredTheEventMayBringIt() {
        String touchpoint = shop.askingTouchpoint();

        shop.happens(eventOf(touchpoint, Map.of("country", "DE")))
                .body("decisions[0].outcome", equalTo("NOT_INVITED"))
                .body("decisions[0].reason", equalTo("NO_CONSENT"));
        shop.happens(eventOf(
                        touchpoint,
                        Map.of(
                                "country",
                                "DE",
                                "consent",
                                Map.of("basis", "newsletter", "at", "2026-01-01T00:00:00Z"))))
                .body("decisions[0].outcome", equalTo("INVITED"));
        save(Map.of("countries", Map.of("FI", "CONSENT_REQUIRED")));
        shop.happens(eventOf(touchpoint, Map.of("country", "DE"))).body("decisions[0].outcome", equalTo("INVITED"));
    }

    private static Map<String, Object> eventOf(String touchpoint, Map<String, Object> person) {
        String ref = fresh("r");
        Map<String, Object> respondent = new HashMap<>(person);
        respondent.put("ref", ref);
        respondent.put("email", ref + "@example.com");
        return event(touchpoint, ref, Map.of("respondent", respondent));
    }

    private void refused(Map<String, Object> wrong, int status, String field) {
        put(shop.get(PATH).extract().header("ETag"), with(wrong))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(equalTo(field)));
    }

    private ValidatableResponse save(Map<String, Object> changes) {
        return put(shop.get(PATH).extract().header("ETag"), with(changes)).statusCode(200);
    }

    private ValidatableResponse put(String ifMatch, Map<String, Object> policy) {
        return shop.as().header("If-Match", ifMatch).body(policy).put(PATH).then();
    }

    private static Map<String, Object> with(Map<String, Object> changes) {
        Map<String, Object> policy = new HashMap<>(USUAL);
        policy.putAll(changes);
        return policy;
    }
}
