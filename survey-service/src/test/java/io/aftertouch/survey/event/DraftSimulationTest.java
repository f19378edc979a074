package io.aftertouch.survey.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** A rule that is not saved, tried on one event. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class DraftSimulationTest {

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private String touchpoint;
    private String survey;

    @BeforeEach
    void aTouchpointAndASurvey() {
        touchpoint = shop.touchpoint();
        survey = shop.publishedSurvey("CSAT");
    }

    @Test
    void aNewRuleIsJudgedBesideTheSavedOnesAndNothingIsKept() {
        String saved = shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("priority", 1));

        simulated(Map.of("rule", draft(Map.of("priority", 2, "delay", "PT2H"))))
                .statusCode(200)
                .body("decisions", hasSize(2))
                .body("decisions[0].survey", equalTo(survey))
                .body("decisions[0].outcome", equalTo("INVITED"))
                .body("decisions[0].rule", nullValue())
                .body("decisions[0].invitation.id", nullValue())
                .body("decisions[1].rule", equalTo(saved))
                .body("decisions[1].reason", equalTo("HIGHER_PRIORITY"));

        shop.get("/api/v1/decisions?respondent=" + ref).body("items", hasSize(0));
        shop.get("/api/v1/trigger-rules?touchpoint=" + touchpoint).body("items", hasSize(1));
        simulated(Map.of()).statusCode(200).body("decisions.rule", equalTo(List.of(saved)));
    }

    @Test
    void aChangedRuleTakesThePlaceOfTheSavedOne() {
        String saved = shop.rule(touchpoint, survey);
        Map<String, Object> nobody = draft(
                Map.of("conditions", List.of(Map.of("field", "segment.plan", "operator", "equals", "value", "free"))));

        simulated(Map.of("rule", nobody, "replaces", saved))
                .statusCode(200)
                .body("decisions.rule", equalTo(List.of(saved)))
                .body("decisions.reason", equalTo(List.of("CONDITION")));
    }

    @Test
    void aDraftThatMakesNoSenseIsRefused() {
        Map<String, Object> elsewhere = draft(Map.of("touchpoint", shop.touchpoint()));
        simulated(Map.of("rule", elsewhere)).statusCode(400);
        simulated(Map.of("replaces", UUID.randomUUID().toString())).statusCode(400);
        simulated(Map.of("rule", draft(Map.of()), "replaces", UUID.randomUUID().toString()))
                .statusCode(422)
                .body("type", endsWith("/invalid-rule"))
                .body("errors.field", hasItem("replaces"));
        simulated(Map.of("rule", draft(Map.of("survey", "no-such-survey"))))
                .statusCode(422)
                .body("type", endsWith("/unknown-survey"));
        simulated(Map.of("rule", Map.of("touchpoint", touchpoint, "survey", survey, "colour", "blue")))
                .statusCode(400);
    }

    private Map<String, Object> draft(Map<String, Object> more) {
        Map<String, Object> rule = new HashMap<>(
                Map.of("touchpoint", touchpoint, "survey", survey, "channels", List.of("EMAIL"), "delay", "PT0S"));
        rule.putAll(more);
        return rule;
    }

    private ValidatableResponse simulated(Map<String, Object> more) {
        return shop.post("/api/v1/events/simulation", event(touchpoint, ref, more));
    }
}
