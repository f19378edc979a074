package io.aftertouch.feedback.review;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class SnoozeTest {

    @Inject
    DataSource database;

    @Inject
    CaseWork work;

    private Desk desk;

    @BeforeEach
    void aTeamIsThere() {
        desk = new Desk();
    }

    @Test
    void aCaseThatWasPutAsideWakesByItself() throws SQLException {
        String id = desk.aCase();
        Instant until = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        desk.step(id, "snooze", Map.of("until", until.toString()))
                .statusCode(200)
                .body("state", equalTo("SNOOZED"))
                .body("open", equalTo(true))
                .body("snoozedUntil", equalTo(until.toString()))
                .body("dueAt", equalTo(until.plus(Duration.ofHours(4)).toString()));
        timePasses(id);
        await().untilAsserted(() -> desk.look(id).body("state", equalTo("NEW")));
        desk.look(id)
                .body("snoozedUntil", nullValue())
                .body("history.step", equalTo(List.of("OPENED", "SNOOZED", "WOKEN")))
                .body("history[2].actor", nullValue());
    }

    @Test
    void whateverManyInstancesDoItWakesOnce() throws SQLException, InterruptedException, ExecutionException {
        String id = desk.aCase();
        desk.step(id, "take").statusCode(200);
        desk.step(id, "snooze", Map.of("until", Instant.now().plusSeconds(3600).toString()))
                .statusCode(200);
        timePasses(id);
        List<Callable<Void>> instances = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            instances.add(() -> {
                work.wakeOnTime(UUID.fromString(id));
                return null;
            });
        }
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (var instance : executor.invokeAll(instances)) {
                instance.get();
            }
        }
        desk.look(id)
                .body("state", equalTo("IN_PROGRESS"))
                .body("history.step", equalTo(List.of("OPENED", "TAKEN", "SNOOZED", "WOKEN")));
    }

    @Test
    void itCanBeWokenByHandAndOnlyOnce() {
        String id = desk.aCase();
        desk.step(id, "waking").statusCode(409).body("type", equalTo("/problems/illegal-case-step"));
        desk.step(id, "snooze", Map.of("until", Instant.now().plusSeconds(3600).toString()))
                .statusCode(200);
        desk.step(id, "waking").statusCode(200).body("state", equalTo("NEW"));
        desk.step(id, "waking").statusCode(409);
        desk.look(id).body("history[2].actorName", equalTo(name(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "tomorrow", ""})
    void untilIsAMinuteToAYearAhead(String until) {
        String id = desk.aCase();
        desk.step(id, "snooze", Map.of("until", until)).statusCode(400).contentType("application/problem+json");
        desk.step(id, "snooze", Map.of()).statusCode(400);
        desk.look(id).body("state", equalTo("NEW"));
    }

    @Test
    void spamIsClosedAndReopens() {
        String id = desk.aCase();
        desk.step(id, "spam").statusCode(200).body("state", equalTo("SPAM")).body("open", equalTo(false));
        for (String illegal : List.of("spam", "take", "waiting", "release", "waking")) {
            desk.step(id, illegal).statusCode(409).body("type", equalTo("/problems/illegal-case-step"));
        }
        desk.step(id, "reopening").statusCode(200).body("state", equalTo("NEW"));
        desk.look(id).body("history.step", equalTo(List.of("OPENED", "SPAM", "REOPENED")));
    }

    @Test
    void aCaseIsGivenToAColleague() {
        String id = desk.aCase();
        desk.step(id, "assignment", Map.of("assignee", "jonas"))
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("assignee", equalTo("jonas"))
                .body("assigneeName", equalTo("jonas"));
        desk.step(id, "take").statusCode(409).body("detail", equalTo("jonas has taken the case."));
        desk.step(id, "assignment", Map.of("assignee", " ")).statusCode(400);
        desk.look(id).body("history[1].text", equalTo("jonas"));
    }

    @Test
    void aKeyIsCalledByItsName() {
        String id = desk.aCase();
        desk.step(id, "take").statusCode(200);
        assertThat(name(id)).startsWith("test ");
        assertThat(desk.look(id).extract().<String>path("assignee")).startsWith("key:");
    }

    private String name(String id) {
        return desk.look(id).extract().path("history[1].actorName");
    }

    private void timePasses(String id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE review_case SET snoozed_until = ? WHERE id = ?")) {
            update.setObject(1, LocalDateTime.ofInstant(Instant.now().minusSeconds(1), ZoneOffset.UTC));
            update.setBytes(2, UuidBytes.toBytes(UUID.fromString(id)));
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
