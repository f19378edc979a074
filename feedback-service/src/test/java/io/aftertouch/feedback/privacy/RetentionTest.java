package io.aftertouch.feedback.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.review.Desk;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.id.UuidTime;
import io.aftertouch.platform.retention.KeptData;
import io.aftertouch.platform.retention.Retention;
import io.aftertouch.platform.retention.RetentionRounds;
import io.aftertouch.platform.retention.RetentionView;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

/** What has been kept for long enough is forgotten, and everybody can see how old the oldest is. */
@QuarkusTest
@RealInfrastructureTest
class RetentionTest {

    private static final Duration THREE_YEARS = Duration.ofDays(3 * 365);

    @Inject
    DataSource database;

    @Inject
    @All
    List<KeptData> kinds;

    @Inject
    RetentionRounds rounds;

    @Inject
    Retention retention;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    @Test
    void answersThatWereKeptLongEnoughTellNoMoreWhoGaveThem() throws SQLException {
        Desk desk = new Desk();
        String old = "kept-" + UUID.randomUUID();
        String young = "fresh-" + UUID.randomUUID();
        UUID aged = aged(
                desk.answer(Map.of("respondentRef", old, "comment", old)),
                clock.instant().minus(THREE_YEARS));
        desk.step(desk.caseOf(aged.toString()), "notes", Map.of("text", "Rang " + old))
                .statusCode(200);
        desk.answer(Map.of("respondentRef", young, "comment", young));
        assertThat(view().oldestAt()).isBefore(view().dueAt());
        assertThat(view().isLate()).isTrue();
        assertThat(ageInSeconds()).isGreaterThan(THREE_YEARS.toSeconds() - 60);

        assertThat(rounds.goThrough(answers(), clock.instant())).isTrue();

        assertThat(traces(old)).containsOnlyKeys("outbox.payload"); // kept for a week, and not for three years
        assertThat(traces(young)).containsKeys("response.comment", "response.respondent_ref");
        assertThat(view().isLate()).isFalse();
        assertThat(ageInSeconds()).isLessThan(Duration.ofDays(731).toSeconds());
        assertThat(view().forgotten()).isPositive();
        assertThat(view().keptFor()).isEqualTo("P24M");
        desk.look(desk.caseOf(aged.toString())).body("outcome", equalTo("ERASED"));

        assertThat(rounds.goThrough(answers(), clock.instant()))
                .as("the next round is due in an hour")
                .isFalse();
        assertThat(rounds.goThrough(answers(), clock.instant().plus(Duration.ofHours(2))))
                .isTrue();
        assertThat(view().forgotten()).isZero();
    }

    @Test
    void everyKindSaysHowLongItIsKept() {
        given().auth()
                .oauth2(new Desk().key())
                .get("/api/v1/personal-data/retention")
                .then()
                .statusCode(200)
                .body(
                        "kind",
                        hasItems(
                                "answers",
                                "invitations-to-answer",
                                "told-events",
                                "request-answers",
                                "parked-messages"));
        given().get("/api/v1/personal-data/retention").then().statusCode(401);
    }

    private double ageInSeconds() {
        retention.look();
        return meters.get("aftertouch.retention.oldest.age")
                .tag("kind", "answers")
                .gauge()
                .value();
    }

    private KeptData answers() {
        return kinds.stream()
                .filter(kind -> kind.kind().equals("answers"))
                .findFirst()
                .orElseThrow();
    }

    private RetentionView view() {
        return retention.overview().stream()
                .filter(one -> one.kind().equals("answers"))
                .findFirst()
                .orElseThrow();
    }

    /** The same answer as if it had come in at another time: that is what its id says. */
    private UUID aged(String response, Instant at) throws SQLException {
        UUID aged = new UUID(
                UuidTime.first(at).getMostSignificantBits(), UUID.randomUUID().getLeastSignificantBits());
        for (String change : List.of(
                "UPDATE response SET id = ? WHERE id = ?",
                "UPDATE review_case SET response_id = ? WHERE response_id = ?")) {
            try (Connection connection = database.getConnection();
                    PreparedStatement update = connection.prepareStatement(change)) {
                update.setBytes(1, UuidBytes.toBytes(aged));
                update.setBytes(2, UuidBytes.toBytes(UUID.fromString(response)));
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }
        return aged;
    }

    private Map<String, Integer> traces(String text) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Traces.of(connection, text);
        }
    }
}
