package io.aftertouch.feedback.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class BulkAndUndoTest {

    private Desk desk;

    @BeforeEach
    void aTeamIsThere() {
        desk = new Desk();
    }

    @Test
    void everyCaseHasItsOwnResult() {
        String free = desk.aCase();
        String jonas = desk.aCase();
        desk.step(jonas, "assignment", Map.of("assignee", "jonas")).statusCode(200);
        String unknown = UUID.randomUUID().toString();
        batch(Map.of("cases", List.of(free, jonas, unknown, free), "step", "TAKE"))
                .statusCode(200)
                .body("results.id", equalTo(List.of(free, jonas, unknown)))
                .body("results.status", equalTo(List.of(200, 409, 404)))
                .body("results[0].problem", nullValue())
                .body("results[1].problem.type", equalTo("/problems/case-taken"))
                .body("results[1].problem.detail", equalTo("jonas has taken the case."));
        desk.look(free).body("state", equalTo("IN_PROGRESS"));
        desk.look(jonas).body("assignee", equalTo("jonas"));
    }

    @Test
    void everyStepCanBeTakenWithSeveralCases() {
        String id = desk.aCase();
        List<Map<String, Object>> steps = List.of(
                Map.of("step", "TAKE"),
                Map.of("step", "RELEASE"),
                Map.of("step", "ASSIGN", "assignee", "jonas"),
                Map.of(
                        "step",
                        "SNOOZE",
                        "until",
                        Instant.now().plusSeconds(3600).toString()),
                Map.of("step", "WAKE"),
                Map.of("step", "RESOLVE", "reason", "EXPLAINED", "rootCause", "Carrier"),
                Map.of("step", "REOPEN"),
                Map.of("step", "SPAM"),
                Map.of("step", "UNDO"));
        for (Map<String, Object> step : steps) {
            Map<String, Object> body = new HashMap<>(step);
            body.put("cases", List.of(id));
            batch(body).statusCode(200).body("results[0].status", equalTo(200));
        }
        desk.look(id)
                .body("state", equalTo("NEW"))
                .body(
                        "history.step",
                        equalTo(List.of(
                                "OPENED",
                                "TAKEN",
                                "RELEASED",
                                "ASSIGNED",
                                "SNOOZED",
                                "WOKEN",
                                "RESOLVED",
                                "REOPENED",
                                "SPAM",
                                "UNDONE")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"cases\":[],\"step\":\"TAKE\"}",
                "{\"cases\":[null],\"step\":\"TAKE\"}",
                "{\"cases\":[\"x\"],\"step\":\"TAKE\"}",
                "{\"cases\":[\"01a200f9-abcb-7081-9848-8e80712cbe4f\"]}",
                "{\"cases\":[\"01a200f9-abcb-7081-9848-8e80712cbe4f\"],\"step\":\"DANCE\"}",
                "{\"cases\":[\"01a200f9-abcb-7081-9848-8e80712cbe4f\"],\"step\":\"SNOOZE\"}",
                "{\"cases\":[\"01a200f9-abcb-7081-9848-8e80712cbe4f\"],\"step\":\"ASSIGN\",\"assignee\":\" \"}",
                "{\"cases\":[\"01a200f9-abcb-7081-9848-8e80712cbe4f\"],\"step\":\"RESOLVE\"}"
            })
    void aBatchThatMakesNoSenseIsRefusedAsAWhole(String body) {
        batch(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void undoingPutsEverythingBack() {
        String id = desk.aCase();
        desk.step(id, "take").statusCode(200);
        String takenAt = desk.look(id).extract().path("takenAt");
        String dueAt = desk.look(id).extract().path("dueAt");
        desk.step(id, "resolution", Map.of("reason", "EXPLAINED", "rootCause", "Carrier"))
                .statusCode(200);
        desk.step(id, "undo")
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("takenAt", equalTo(takenAt))
                .body("outcome", nullValue())
                .body("rootCause", nullValue());
        desk.step(id, "snooze", Map.of("until", Instant.now().plusSeconds(3600).toString()))
                .statusCode(200);
        desk.step(id, "undo")
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("dueAt", equalTo(dueAt))
                .body("snoozedUntil", nullValue())
                .body("history[-1].text", equalTo("SNOOZED"));
    }

    @Test
    void onlyOnesOwnLastStepIsUndoneAndOnlyOnce() {
        String id = desk.aCase();
        desk.step(id, "undo").statusCode(409).body("type", equalTo("/problems/nothing-to-undo"));
        desk.step(id, "take").statusCode(200);
        given().auth()
                .oauth2(TestKeys.withScopes(Scopes.CASES_WRITE))
                .post(Desk.CASES + "/" + id + "/undo")
                .then()
                .statusCode(409)
                .body("detail", containsString("not one of yours"));
        desk.step(id, "notes", Map.of("text", "Something has happened since")).statusCode(200);
        desk.step(id, "undo").statusCode(409);
        desk.step(id, "waiting").statusCode(200);
        desk.step(id, "undo").statusCode(200).body("state", equalTo("IN_PROGRESS"));
        desk.step(id, "undo").statusCode(409);
        desk.look(id).body("state", equalTo("IN_PROGRESS"));
    }

    @Test
    void onlyTheTeamWorks() {
        String id = desk.aCase();
        String reader = TestKeys.withScopes(Scopes.RESPONSES_READ);
        given().auth()
                .oauth2(reader)
                .contentType(ContentType.JSON)
                .body(Map.of("cases", List.of(id), "step", "TAKE"))
                .post(Desk.CASES + "/batch")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(reader)
                .post(Desk.CASES + "/" + id + "/undo")
                .then()
                .statusCode(403);
        desk.look(id).body("state", equalTo("NEW"));
    }

    private ValidatableResponse batch(Object body) {
        return given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .body(body)
                .post(Desk.CASES + "/batch")
                .then();
    }
}
