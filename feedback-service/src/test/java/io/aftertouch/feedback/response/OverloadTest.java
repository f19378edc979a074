package io.aftertouch.feedback.response;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.form.Person;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@RealInfrastructureTest
@TestProfile(OverloadTest.SmallQueue.class)
class OverloadTest {

    public static class SmallQueue implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "aftertouch.intake.queue", "3", "aftertouch.intake.writers", "1", "aftertouch.intake.group", "2");
        }
    }

    @Inject
    DataSource database;

    @Test
    void aFullQueueIsA503AndWhatWasTakenIsStored() throws SQLException, InterruptedException, ExecutionException {
        String key = TestKeys.allScopes();
        String survey = Company.npsSurvey();
        String touchpoint = Company.touchpoint();
        var link = Company.invite(survey);
        List<Future<Response>> answers;
        try (var people = Executors.newFixedThreadPool(20)) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LOCK TABLES response WRITE");
                Callable<Response> post = () -> given().auth()
                        .oauth2(key)
                        .contentType(ContentType.JSON)
                        .body(Map.of(
                                "source",
                                "shop",
                                "id",
                                "o-" + UUID.randomUUID(),
                                "survey",
                                survey,
                                "touchpoint",
                                touchpoint,
                                "score",
                                9))
                        .post("/api/v1/responses");
                answers = IntStream.range(0, 20)
                        .mapToObj(i -> people.submit(post))
                        .toList();
                await().until(() -> answers.stream().filter(Future::isDone).count() >= 15);
                statement.execute("UNLOCK TABLES");
            }
            int stored = 0;
            for (Future<Response> answer : answers) {
                int status = answer.get().statusCode();
                if (status == 201) {
                    stored++;
                } else {
                    assertThat(status).isEqualTo(503);
                    assertThat(answer.get().header("Retry-After")).isNotBlank();
                    assertThat(answer.get().contentType()).contains("application/problem+json");
                    assertThat(answer.get().path("type").toString()).isEqualTo("/problems/unavailable");
                }
            }
            assertThat(stored).isBetween(3, 5);
        }
        Person.whoRead(link.path())
                .formParam("score", 9)
                .post(link.path())
                .then()
                .statusCode(303);
    }
}
