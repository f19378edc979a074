package io.aftertouch.feedback.loop;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.review.Desk;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructureTest
class LoopFiguresTest {

    private static final String FIGURES = "/api/v1/inbox/figures";

    @Inject
    DataSource database;

    private Desk desk;

    @BeforeEach
    void aTeamIsThere() {
        desk = new Desk();
    }

    @Test
    void whatBecameOfTheCasesOfATouchpoint() throws SQLException {
        String cause = "Carrier <b>" + UUID.randomUUID();
        desk.aCase();
        String taken = desk.aCase();
        desk.step(taken, "take").statusCode(200);
        desk.step(taken, "release").statusCode(200);
        String late = desk.aCase();
        set(late, "due_at", Instant.now().minusSeconds(60));
        desk.step(late, "take").statusCode(200);
        String forgotten = desk.aCase();
        set(forgotten, "due_at", Instant.now().minusSeconds(60));
        for (int i = 0; i < 2; i++) {
            String resolved = desk.aCase();
            desk.step(resolved, "resolution", Map.of("reason", "PUT_RIGHT", "rootCause", cause))
                    .statusCode(200);
        }
        desk.step(desk.aCase(), "spam").statusCode(200);

        Map<String, Object> group = group();
        assertThat(group)
                .containsEntry("opened", 6)
                .containsEntry("taken", 4)
                .containsEntry("resolved", 2)
                .containsEntry("inTime", 3)
                .containsEntry("late", 2)
                .containsEntry("contacted", 0)
                .containsEntry("medianSecondsToFirstContact", null);
        get("").body("rootCauses.find { it.rootCause == '" + cause + "' }.cases", equalTo(2));
        given().auth()
                .oauth2(desk.key())
                .get("/inbox/figures")
                .then()
                .statusCode(200)
                .body(containsString("60\u00a0%"))
                .body(containsString("Carrier &lt;b&gt;"));
    }

    @Test
    void theMedianIsTheOneInTheMiddleOrBetweenTheTwoThatAre() throws SQLException {
        contactedAfter(60);
        contactedAfter(600);
        contactedAfter(6_000);
        assertThat(group()).containsEntry("contacted", 3).containsEntry("medianSecondsToFirstContact", 600);
        contactedAfter(1_200);
        assertThat(group()).containsEntry("contacted", 4).containsEntry("medianSecondsToFirstContact", 900);
    }

    @Test
    void onlyTheFirstContactCountsAndNotesAreNone() {
        String id = desk.aCase();
        desk.step(id, "notes", Map.of("text", "Look at this")).statusCode(200);
        assertThat(desk.look(id).extract().<Object>path("firstContactAt")).isNull();
        desk.step(id, "notes", Map.of("text", "Called", "contact", true)).statusCode(200);
        String first = desk.look(id).extract().path("firstContactAt");
        assertThat(first).isNotNull();
        desk.step(id, "notes", Map.of("text", "Again", "contact", true)).statusCode(200);
        desk.look(id)
                .body("firstContactAt", equalTo(first))
                .body("history.step", equalTo(List.of("OPENED", "NOTED", "CONTACTED", "CONTACTED")));
    }

    @Test
    void aPeriodLeavesOutWhatWasOpenedBeforeOrAfter() throws SQLException {
        String old = desk.aCase();
        set(old, "opened_at", Instant.parse("2020-01-15T10:00:00Z"));
        desk.aCase();
        assertThat(group()).containsEntry("opened", 1);
        get("?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z")
                .statusCode(200)
                .body("groups.find { it.group == '" + desk.touchpoint() + "' }.opened", equalTo(1))
                .body("from", equalTo("2020-01-01T00:00:00Z"));
        get("?from=2019-01-01T00:00:00Z&to=2019-02-01T00:00:00Z")
                .body("groups", equalTo(List.of()))
                .body("total.opened", equalTo(0));
        get("?groupBy=TEAM").statusCode(200).body("groups.size()", equalTo(1)).body("groups[0].group", equalTo(null));
        given().auth()
                .oauth2(desk.key())
                .get("/inbox/figures?from=2019-01-01&to=2019-01-31")
                .then()
                .statusCode(200)
                .body(containsString("Nothing to count"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?groupBy=MOOD",
                "?from=2026-01-01T00:00:00Z&to=2025-01-01T00:00:00Z",
                "?from=1990-01-01T00:00:00Z&to=2025-01-01T00:00:00Z",
                "?from=yesterday"
            })
    void whatMakesNoSenseIsRefused(String query) {
        int status = get(query).extract().statusCode();
        assertThat(status).isBetween(400, 404);
        given().auth()
                .oauth2(desk.key())
                .queryParam("from", "x")
                .queryParam("to", "<b>")
                .get("/inbox/figures")
                .then()
                .statusCode(422)
                .body(containsString("value=\"&lt;b&gt;\""));
    }

    @Test
    void strangersSeeNoFigures() {
        String stranger = TestKeys.withScopes(Scopes.SCORES_READ);
        for (String path : List.of(FIGURES, "/inbox/figures")) {
            given().auth().oauth2(stranger).get(path).then().statusCode(403);
        }
        given().get(FIGURES).then().statusCode(401);
    }

    private void contactedAfter(long seconds) throws SQLException {
        String id = desk.aCase();
        desk.step(id, "notes", Map.of("text", "Called", "contact", true)).statusCode(200);
        Instant contact = Instant.parse(desk.look(id).extract().path("firstContactAt"));
        set(id, "opened_at", contact.minusSeconds(seconds));
    }

    private Map<String, Object> group() {
        return get("").statusCode(200)
                .extract()
                .jsonPath()
                .getMap("groups.find { it.group == '" + desk.touchpoint() + "' }");
    }

    private ValidatableResponse get(String query) {
        return given().auth().oauth2(desk.key()).get(FIGURES + query).then();
    }

    private void set(String id, String column, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE review_case SET " + column + " = ? WHERE id = ?")) {
            update.setObject(1, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            update.setBytes(2, UuidBytes.toBytes(UUID.fromString(id)));
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
