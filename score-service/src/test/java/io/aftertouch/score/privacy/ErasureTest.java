package io.aftertouch.score.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.platform.testing.Traces;
import io.aftertouch.score.Announcements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

/** Scores name nobody; what could not be counted may, until the person is erased. */
@QuarkusTest
@RealInfrastructureTest
class ErasureTest {

    private final String ref = "erase-me-" + UUID.randomUUID();
    private final String key = TestKeys.allScopes();

    @Inject
    DataSource database;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
    }

    @Test
    void messagesThatCouldNotBeCountedGoWithThePerson() throws SQLException {
        Topics.publish(
                "responses", "x", UUID.randomUUID(), "response.recorded", "{\"respondentRef\": \"" + ref + "\"}");
        Announcements.soon(() -> assertThat(traces()).containsKeys("parked_message.payload"));
        personalData().body("parkedMessages", hasSize(1)).body("parkedMessages[0].message", containsString(ref));

        Topics.publish(
                "respondents",
                ref,
                UUID.randomUUID(),
                "respondent.erased",
                "{\"ref\": \"" + ref + "\", \"erasedAt\": \"2026-11-21T14:10:00Z\"}");

        Announcements.soon(() -> assertThat(traces()).isEmpty());
        personalData().body("parkedMessages", hasSize(0));
    }

    private ValidatableResponse personalData() {
        return given().auth()
                .oauth2(key)
                .queryParam("respondent", ref)
                .get("/api/v1/personal-data")
                .then()
                .statusCode(200);
    }

    private Map<String, Integer> traces() {
        try (Connection connection = database.getConnection()) {
            return Traces.of(connection, ref);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
