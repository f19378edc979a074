package io.aftertouch.score.crm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.Contracts;
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
import static org.hamcrest.Matchers.equalTo;

/** From what feedback-service and survey-service tell to what a CRM reads. */
@QuarkusTest
@RealInfrastructureTest
class ToldAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DataSource database;

    private final String key = TestKeys.withScopes("scores:read", "responses:read");
    private final String ref = Customers.stranger();
    private final String other = Customers.stranger();
    private final UUID answer = UUID.randomUUID();

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
    }

    @Test
    void anErasedRespondentLeavesNoTraceAndDoesNotComeBack() throws SQLException {
        told("response.recorded", answer, ref);
        Announcements.soon(() -> of(ref).statusCode(200).body("nps.score", equalTo(2)));
        told("response.revised", answer, ref);
        Announcements.soon(() -> of(ref).body("nps.score", equalTo(9)).body("nps.answers", equalTo(1)));

        Topics.publish(
                "respondents",
                ref,
                UUID.randomUUID(),
                "respondent.erased",
                "{\"ref\": \"" + ref + "\", \"erasedAt\": \"2026-11-21T14:10:00Z\"}");
        Announcements.soon(() -> of(ref).statusCode(404));

        told("response.recorded", UUID.randomUUID(), ref);
        told("response.recorded", UUID.randomUUID(), other); // behind it in the same partition
        Announcements.soon(() -> of(other).statusCode(200));
        of(ref).statusCode(404);
        try (Connection connection = database.getConnection()) {
            assertThat(Traces.of(connection, ref)).isEqualTo(Map.of());
            assertThat(Traces.of(connection, other)).containsOnlyKeys("respondent.ref");
        }
    }

    private void told(String type, UUID id, String respondent) {
        try {
            ObjectNode data = (ObjectNode) JSON.readTree(Contracts.example(type));
            data.put("id", id.toString()).put("respondentRef", respondent).put("touchpoint", "crm.told");
            Topics.publish("responses", answer.toString(), UUID.randomUUID(), type, data.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ValidatableResponse of(String who) {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/respondent-scores/" + who)
                .then();
    }
}
