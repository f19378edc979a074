package io.aftertouch.survey.decision;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.TimeLapse;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The page of the ledger adds up days that were counted ahead, and says what the ledger says. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class LedgerCountsTest {

    private static final Duration REST = Duration.ofMinutes(5);

    private final Installation shop = new Installation();

    @Inject
    LedgerCounts counts;

    @Inject
    DecisionRepository ledger;

    @Inject
    CoverageCounting counting;

    @Inject
    TimeLapse time;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Test
    void countedDaysSayWhatTheLedgerSaysAlsoOfWhatIsSupersededLater() {
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(7, ChronoUnit.DAYS);
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("priority", 1, "channels", List.of("LINK")));
        shop.rule(
                touchpoint,
                shop.publishedSurvey("CSAT"),
                Map.of("quarantine", REST.toString(), "deferUpTo", "PT1H", "channels", List.of("LINK")));
        String soon = somebodyDeferredAt(touchpoint);
        String later = somebodyDeferredAt(touchpoint);
        isAskedAfterAll(touchpoint, soon);
        decidedAt(touchpoint, day.plus(13, ChronoUnit.HOURS));
        String page = coverageOnPage(touchpoint);
        assertThat(page).contains("Invited", "Deferred").contains(">3<", ">2<");
        assertAgree(day, touchpoint);
        List<String> coverage = coverage(day);
        assertThat(coverage).allMatch(groups -> groups.contains("\"judged\""));

        counting.count(day, clock.instant());
        assertThat(entities.createNativeQuery("SELECT SUM(n) FROM coverage_count WHERE touchpoint_key = :touchpoint"
                                + " AND by_profile = FALSE AND about = 'SUPERSEDED'")
                        .setParameter("touchpoint", touchpoint)
                        .getSingleResult())
                .asString()
                .isEqualTo("1");
        assertThat(coverageOnPage(touchpoint)).as("counted ahead").isEqualTo(page);
        assertThat(coverage(day)).as("counted ahead").isEqualTo(coverage);
        assertAgree(day, touchpoint);

        isAskedAfterAll(touchpoint, later);
        assertAgree(day, touchpoint);
        counting.count(day, clock.instant().plus(Duration.ofDays(1)));
        assertAgree(day, touchpoint);
    }

    @Test
    void whatTheCountsDoNotTellApartIsCountedInTheLedger() {
        String touchpoint = shop.touchpoint();
        String rule = shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("channels", List.of("LINK")));
        String ref = fresh("r");
        shop.happens(event(touchpoint, ref));
        shop.happens(event(touchpoint, ref));

        for (String filter : List.of("respondent=" + ref, "rule=" + rule, "touchpoint=" + touchpoint)) {
            assertThat(page(filter)).as(filter).contains("2 decisions");
            assertThat(page(filter + "&outcome=INVITED")).as(filter).contains("One decision");
            assertThat(page(filter + "&reason=QUARANTINE")).as(filter).contains("One decision");
        }
    }

    @Test
    void whatWasAnsweredIsCovered() throws IOException {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("channels", List.of("LINK")));
        String asked = fresh("r");
        String invitation = shop.happens(event(touchpoint, asked)).extract().path("decisions[0].invitation.id");
        shop.happens(event(touchpoint, fresh("r"), Map.of("segments", Map.of("country", "SE"))));
        ObjectNode response = (ObjectNode) new ObjectMapper().readTree(Contracts.example("response.recorded"));
        response.put("invitationId", invitation);
        Topics.publish("responses", invitation, UUID.randomUUID(), "response.recorded", response.toString());

        String coverage = "/api/v1/decisions/coverage?touchpoint=" + touchpoint;
        await().untilAsserted(
                        () -> shop.get(coverage).body("total.sent", equalTo(2)).body("total.answered", equalTo(1)));
        shop.get(coverage + "&groupBy=segment:country")
                .body("groups.find { it.group == 'DK' }.answered", equalTo(1))
                .body("groups.find { it.group == 'SE' }.answered", equalTo(0));
    }

    /** All that was decided on the day and around it, and whatever can be asked of the counts. */
    private void assertAgree(Instant day, String touchpoint) {
        Instant from = day.minus(1, ChronoUnit.DAYS);
        Instant to = day.plus(2, ChronoUnit.DAYS);
        for (DecisionFilter filter : List.of(
                filter(null, null, null, from, to),
                filter(touchpoint, null, null, from, to),
                filter(touchpoint, Outcome.DEFERRED, null, from, to),
                filter(null, Outcome.NOT_INVITED, null, from, to),
                filter(touchpoint, null, Reason.INVITED, from, to),
                filter(touchpoint, null, null, day.plus(13, ChronoUnit.HOURS), to),
                filter(touchpoint, null, null, from, null))) {
            assertThat(counts.of(filter, clock.instant()))
                    .as(filter.toString())
                    .containsExactlyInAnyOrderElementsOf(
                            QuarkusTransaction.requiringNew().call(() -> ledger.counts(filter)));
        }
    }

    /** Of all touchpoints on the day and around it, however it is broken down. */
    private List<String> coverage(Instant day) {
        String period = "from=" + day.minus(1, ChronoUnit.DAYS) + "&to=" + day.plus(2, ChronoUnit.DAYS);
        return Stream.of("touchpoint", "segment:country", "segment:plan")
                .map(grouping -> shop.get("/api/v1/decisions/coverage?" + period + "&groupBy=" + grouping)
                        .statusCode(200)
                        .extract()
                        .asString()
                        .replaceFirst("^.*\"groups\":", ""))
                .toList();
    }

    private static DecisionFilter filter(String touchpoint, Outcome outcome, Reason reason, Instant from, Instant to) {
        return new DecisionFilter(null, touchpoint, null, null, outcome, reason, from, to);
    }

    private String somebodyDeferredAt(String touchpoint) {
        String ref = fresh("r");
        shop.happens(event(touchpoint, ref)).body("decisions.outcome", equalTo(List.of("INVITED", "DEFERRED")));
        await().untilAsserted(() ->
                shop.get("/api/v1/invitations?respondent=" + ref).body("items.state", equalTo(List.of("SENT"))));
        return ref;
    }

    private void isAskedAfterAll(String touchpoint, String ref) {
        time.passes(REST, ref);
        await().untilAsserted(() -> shop.get(
                        "/api/v1/decisions?respondent=" + ref + "&touchpoint=" + touchpoint + "&outcome=INVITED")
                .body("items.size()", equalTo(2)));
    }

    private void decidedAt(String touchpoint, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "UPDATE decision SET decided_at = :at WHERE touchpoint_key = :touchpoint")
                .setParameter("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .setParameter("touchpoint", touchpoint)
                .executeUpdate());
    }

    private String coverageOnPage(String touchpoint) {
        return page("touchpoint=" + touchpoint).replaceFirst("(?s)^.*<h2 id=\"coverage\">(.*?)</section>.*$", "$1");
    }

    private String page(String filter) {
        return shop.as()
                .get("/decisions?" + filter)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
