package io.aftertouch.feedback.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.form.Person;
import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@RealInfrastructureTest
class CatalogFeedTest {

    @Inject
    TouchpointRepository touchpoints;

    @Inject
    InvitationRepository invitations;

    @Inject
    SurveyVersionRepository surveys;

    @Inject
    ParkedMessages parked;

    @Test
    void theExamplesOfSurveyServiceAreUnderstood() {
        for (String type : new String[] {"touchpoint.saved", "survey.published", "invitation.scheduled"}) {
            Contracts.assertValid(type, Contracts.example(type));
        }
        example("touchpoints", "support.ticket-closed", "touchpoint.saved");
        example("surveys", "support-nps/1", "survey.published");
        UUID invitation = UUID.fromString("019a9b1e-4400-7a10-8f00-0000000000f1");
        example("invitations", invitation.toString(), "invitation.sent");
        example("invitations", invitation.toString(), "invitation.answered");
        example("invitations", invitation.toString(), "invitation.bounced");
        example("invitations", invitation.toString(), "invitation.scheduled");

        await().until(() -> inTransaction(
                () -> touchpoints.findByIdOptional("support.ticket-closed").isPresent()));
        await().until(() -> inTransaction(
                () -> surveys.findByIdOptional(new SurveyRef("support-nps", 1)).isPresent()));
        await().untilAsserted(() -> {
            Optional<Invitation> found = inTransaction(() -> invitations.byToken(new Token("test")));
            assertThat(found).hasValueSatisfying(known -> {
                assertThat(known.id()).isEqualTo(invitation);
                assertThat(known.respondentRef()).isEqualTo("r-17");
                assertThat(known.segments()).isEqualTo(Map.of("country", "DK", "plan", "pro"));
                assertThat(known.attributes()).isEqualTo(Map.of("ticketId", "4711"));
                assertThat(known.isByEmail()).isTrue();
                assertThat(known.isOpenAt(known.occurredAt()))
                        .as("whoever has the link of a bounced invitation may still answer")
                        .isTrue();
                assertThat(known.occurredAt()).isEqualTo("2026-11-21T13:05:00Z");
            });
        });
        SurveyVersion survey = inTransaction(() -> surveys.findById(new SurveyRef("support-nps", 1)));
        assertThat(survey.texts()).containsKeys("en", "da", "sv", "nb", "de");
        assertThat(survey.scale().bandOf(0)).isEqualTo(Band.NEGATIVE);
    }

    @Test
    void anEndThatComesBeforeTheBeginningStillCounts() {
        for (String end : new String[] {"cancelled", "expired"}) {
            String token = Company.newToken();
            Map<String, Object> invitation = Company.invitation(Company.npsSurvey(), Company.touchpoint(), token);
            String id = invitation.get("id").toString();
            example("invitations", id, "invitation." + end, id);
            Company.tellInvitation(invitation);
            given().get("/s/" + token).then().statusCode(410);
        }
    }

    @Test
    void theNewestNameOfATouchpointStays() {
        String key = Company.uniqueKey("touchpoint");
        Instant now = Instant.now();
        Company.tell("touchpoints", key, "touchpoint.saved", Company.touchpoint(key, "New", "store", now));
        Company.tell(
                "touchpoints", key, "touchpoint.saved", Company.touchpoint(key, "Old", "email", now.minusSeconds(9)));
        String marker = Company.touchpoint("Told after both");
        await().until(() ->
                inTransaction(() -> touchpoints.findByIdOptional(marker).isPresent()));
        await().until(() ->
                inTransaction(() -> touchpoints.findByIdOptional(key).isPresent()));
        Touchpoint known = inTransaction(() -> touchpoints.findById(key));
        assertThat(known.name()).isEqualTo("New");
        assertThat(known.channel()).isEqualTo("store");
        Company.tell(
                "touchpoints", key, "touchpoint.saved", Company.touchpoint(key, "Newer", "phone", now.plusSeconds(9)));
        await().until(() -> inTransaction(() -> touchpoints.findById(key).name().equals("Newer")));
    }

    @Test
    void aPublishedVersionNeverChanges() {
        String key = Company.npsSurvey();
        Company.publish(key, 1, "CSAT", Company.Wordings.CSAT_SCALE, Company.Wordings.CSAT);
        Company.publish(key, 2, "CSAT", Company.Wordings.CSAT_SCALE, Company.Wordings.CSAT);
        assertThat(inTransaction(() -> surveys.findById(new SurveyRef(key, 1))).metric())
                .isEqualTo(Metric.NPS);
        assertThat(inTransaction(() -> surveys.latest(key)).orElseThrow().metric())
                .isEqualTo(Metric.CSAT);
    }

    @Test
    void whatNobodyUnderstandsIsParkedAndTheRestGoesOn() {
        String key = Company.uniqueKey("survey");
        UUID poison = UUID.randomUUID();
        Topics.publish("surveys", key + "/1", poison, "survey.published", "{\"key\":\"" + key + "\",\"scale\":7}");
        Topics.publish("surveys", key + "/1", UUID.randomUUID(), "survey.praised", "{\"unknown\":true}");
        Company.publish(key, 1, "NPS", Company.Wordings.NPS_SCALE, Company.Wordings.NPS);
        assertThat(parked.latest(100)).anySatisfy(message -> {
            assertThat(message.eventId()).isEqualTo(poison.toString());
            assertThat(message.reason()).contains("SurveyPublished");
        });
    }

    @Test
    void thanksOfTheSurveyItselfAreShown() {
        example("surveys", "support-nps/1", "survey.published");
        var link = Company.invite("support-nps", Company.touchpoint(), "da");
        await().untilAsserted(() -> given().get(link.path()).then().statusCode(200));
        String thanks = Person.whoRead(link.path())
                .formParam("score", 2)
                .post(link.path())
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        given().get(thanks).then().body(containsString("<h1>Tak for dit svar. Vi er kede af, at det gik galt.</h1>"));
    }

    private static void example(String topic, String key, String type) {
        Topics.publish(topic, key, UUID.randomUUID(), type, Contracts.example(type));
    }

    private static void example(String topic, String key, String type, String id) {
        String json = Contracts.example(type).replace("019a9b1e-4400-7a10-8f00-0000000000f1", id);
        Topics.publish(topic, key, UUID.randomUUID(), type, json);
    }

    private static <T> T inTransaction(Supplier<T> read) {
        return QuarkusTransaction.requiringNew().call(read::get);
    }
}
