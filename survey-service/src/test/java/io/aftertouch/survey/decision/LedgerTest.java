package io.aftertouch.survey.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.TimeLapse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class LedgerTest {

    private final Installation shop = new Installation();

    @Inject
    TimeLapse time;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void theLedgerIsFilteredByEverythingThatADecisionHas() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        String rule = shop.rule(touchpoint, survey);
        String ref = fresh("r");
        String before = Instant.now().minusSeconds(1).toString();
        shop.happens(event(touchpoint, ref));
        shop.happens(event(touchpoint, ref));
        String of = "/api/v1/decisions?respondent=" + ref;

        shop.get(of).body("items.reason", equalTo(List.of("QUARANTINE", "INVITED")));
        shop.get(of + "&touchpoint=" + touchpoint).body("items", hasSize(2));
        shop.get(of + "&rule=" + rule).body("items", hasSize(2));
        shop.get("/api/v1/decisions?survey=" + survey).body("items", hasSize(2));
        shop.get("/api/v1/decisions?rule=" + rule + "&outcome=INVITED").body("items", hasSize(1));
        shop.get(of + "&outcome=NOT_INVITED").body("items.reason", equalTo(List.of("QUARANTINE")));
        shop.get(of + "&outcome=INVITED&reason=QUARANTINE").body("items", empty());
        shop.get(of + "&reason=QUARANTINE").body("items", hasSize(1));
        shop.get(of + "&from=" + before).body("items", hasSize(2));
        shop.get(of + "&to=" + before).body("items", empty());
        shop.get(of + "&survey=no-such").body("items", empty());
        shop.get(of + "&outcome=PERHAPS").statusCode(400);
        shop.get(of + "&from=yesterday").statusCode(400);
    }

    @Test
    void pagesOfTheLedgerHoldEveryDecisionOnce() {
        String touchpoint = shop.askingTouchpoint();
        String ref = fresh("r");
        for (int i = 0; i < 7; i++) {
            shop.happens(event(touchpoint, ref)).statusCode(202);
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = shop.get("/api/v1/decisions?limit=3&respondent=" + ref + cursor)
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
            shop.happens(event(touchpoint, ref)).statusCode(202);
        } while (cursor != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void coverageSaysWhoIsNeverAskedAndWhy() {
        String touchpoint = shop.touchpoint();
        shop.rule(
                touchpoint,
                shop.publishedSurvey("NPS"),
                Map.of(
                        "channels",
                        List.of("LINK"),
                        "conditions",
                        List.of(Map.of("field", "segment.country", "operator", "notEquals", "value", "SE"))));
        String asked = fresh("r");
        shop.happens(of(touchpoint, asked, Map.of("country", "DK")));
        shop.happens(of(touchpoint, asked, Map.of("country", "DK")));
        shop.happens(of(touchpoint, fresh("r"), Map.of("country", "SE")));
        shop.happens(of(touchpoint, fresh("r"), Map.of("country", "SE")));
        shop.happens(of(touchpoint, fresh("r"), Map.of("plan", "pro")));

        String coverage = "/api/v1/decisions/coverage?touchpoint=" + touchpoint;
        await().untilAsserted(() -> shop.get(coverage)
                .statusCode(200)
                .body("groupBy", equalTo("touchpoint"))
                .body("groups", hasSize(1))
                .body("groups[0].group", equalTo(touchpoint))
                .body("groups[0].judged", equalTo(5))
                .body("groups[0].invited", equalTo(2))
                .body("groups[0].sent", equalTo(2))
                .body("groups[0].answered", equalTo(0))
                .body("groups[0].notInvited.reason", equalTo(List.of("CONDITION", "QUARANTINE")))
                .body("groups[0].notInvited.count", equalTo(List.of(2, 1)))
                .body("total.judged", equalTo(5)));
        shop.get(coverage + "&groupBy=segment:country")
                .body("groups", hasSize(3))
                .body("groups.find { it.group == 'SE' }.judged", equalTo(2))
                .body("groups.find { it.group == 'SE' }.invited", equalTo(0))
                .body("groups.find { it.group == 'DK' }.invited", equalTo(1))
                .body("groups.find { it.group == null }.invited", equalTo(1));
        shop.get(coverage + "&to=2020-01-01T00:00:00Z").body("groups", empty()).body("total.judged", equalTo(0));

        String page = page("/decisions/coverage?groupBy=segment:country&touchpoint=" + touchpoint);
        assertThat(page).contains("One group is never asked", "never asked", "Conditions not met 2", "Not known");
        assertThat(page.indexOf(">SE<")).isLessThan(page.indexOf(">DK<"));
        assertThat(page("/decisions/coverage?touchpoint=no-such")).contains("Nothing was judged");
    }

    @Test
    void whatWasDeferredAndJudgedAgainCountsOnce() {
        String elsewhere = shop.touchpoint();
        shop.rule(elsewhere, shop.publishedSurvey("NPS"), Map.of("channels", List.of("LINK")));
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("CSAT"), Map.of("quarantine", "PT5M", "deferUpTo", "PT1H"));
        String ref = fresh("r");
        shop.happens(event(elsewhere, ref));
        await().untilAsserted(() ->
                shop.get("/api/v1/invitations?respondent=" + ref).body("items.state", equalTo(List.of("SENT"))));
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));
        String coverage = "/api/v1/decisions/coverage?touchpoint=" + touchpoint;

        shop.get(coverage).body("total.judged", equalTo(1)).body("total.invited", equalTo(0));
        time.passes(Duration.ofMinutes(5), ref);
        await().untilAsserted(() ->
                shop.get(coverage).body("total.judged", equalTo(1)).body("total.invited", equalTo(1)));
    }

    @Test
    void coverageOfNonsenseIsRefused() {
        for (String nonsense : List.of(
                "groupBy=survey",
                "groupBy=segment:",
                "groupBy=segment:%22",
                "from=2020-01-01T00:00:00Z",
                "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")) {
            shop.get("/api/v1/decisions/coverage?" + nonsense).statusCode(400).contentType("application/problem+json");
        }
        Installation.as(TestKeys.withScopes("events:write"))
                .get("/api/v1/decisions/coverage")
                .then()
                .statusCode(403);
    }

    @Test
    void thePageOfTheLedgerIsFilteredAndLeadsOn() {
        String touchpoint = shop.touchpoint();
        String rule = shop.rule(touchpoint, shop.publishedSurvey("NPS"));
        String ref = fresh("r");
        String invitation = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.id");
        shop.happens(event(touchpoint, ref));

        assertThat(page("/decisions?rule=" + rule))
                .contains(
                        "href=\"/respondents/" + ref + "\"",
                        "href=\"/invitations/" + invitation + "\"",
                        "href=\"/rules/" + rule + "\"",
                        "Quarantine: free again",
                        "2 decisions");
        assertThat(page("/decisions?rule=" + rule + "&reason=QUARANTINE"))
                .contains("One decision")
                .doesNotContain("/invitations/" + invitation);
        assertThat(page("/decisions?rule=nonsense&period=YEAR")).contains("Last 12 months");
    }

    @Test
    void aDecisionWithoutARuleIsFoundToo() {
        String touchpoint = shop.touchpoint();
        String ref = fresh("r");
        shop.happens(event(touchpoint, ref));

        shop.get("/api/v1/decisions?reason=NO_RULE&respondent=" + ref)
                .body("items", hasSize(1))
                .body("items[0].rule", nullValue())
                .body("items.touchpoint", hasItem(touchpoint));
    }

    private static Map<String, Object> of(String touchpoint, String ref, Map<String, String> segments) {
        return event(touchpoint, ref, new HashMap<>(Map.of("segments", segments)));
    }

    private String page(String path) {
        return shop.as()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }
}
