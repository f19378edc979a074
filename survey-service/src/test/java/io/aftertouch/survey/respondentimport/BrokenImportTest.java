package io.aftertouch.survey.respondentimport;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Nothing is half-applied silently: what broke off says so, and how far it came, and the same file takes the rest. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class BrokenImportTest {

    private static final String PATH = "/api/v1/respondents/imports";
    private static final int ROWS = 600;

    private final Installation shop = new Installation();
    private final String ref = fresh("broken");

    @Inject
    DataSource database;

    @Inject
    ImportSteps steps;

    @Inject
    EntityManager entities;

    @Test
    void anImportThatBreaksOffSaysHowFarItCameAndTheSameFileTakesTheRest() throws SQLException {
        String file =
                "ref\n" + IntStream.range(0, ROWS).mapToObj(i -> ref + "-" + i).collect(Collectors.joining("\n"));
        run("CREATE TRIGGER import_breaks_off BEFORE INSERT ON respondent FOR EACH ROW IF NEW.ref = '" + ref
                + "-550' THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'as if'; END IF");
        try {
            imported(file).statusCode(503).contentType("application/problem+json");
        } finally {
            run("DROP TRIGGER import_breaks_off");
        }

        String id = shop.get(PATH + "?limit=1")
                .body("items[0].state", equalTo("FAILED"))
                .body("items[0].rows", equalTo(ROWS))
                .body("items[0].made", equalTo(500))
                .extract()
                .path("items[0].id");
        shop.get("/respondents/imports/" + id).statusCode(200).body(containsString("Broke off at line "));
        shop.get("/api/v1/respondents/" + ref + "-499").statusCode(200);
        shop.get("/api/v1/respondents/" + ref + "-500").statusCode(404);
        imported(file)
                .statusCode(201)
                .body("state", equalTo("DONE"))
                .body("made", equalTo(ROWS - 500))
                .body("unchanged", equalTo(500));
    }

    @Test
    void anImportWhoseInstanceDiedIsGivenUp() {
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> steps.begin(
                        new RespondentImport.Origin(ref + ".csv", false, "test"), "0".repeat(64), List.of(), 7));
        steps.giveUpAbandoned();
        shop.get(PATH + "/" + id).body("state", equalTo("RUNNING"));

        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE respondent_import SET moved_at = moved_at - INTERVAL "
                                + Duration.ofMinutes(3).toSeconds() + " SECOND WHERE id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
        steps.giveUpAbandoned();

        shop.get(PATH + "/" + id).body("state", equalTo("FAILED"));
    }

    private ValidatableResponse imported(String file) {
        return given().config(config().encoderConfig(encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .header("Authorization", "Bearer " + TestKeys.allScopes())
                .contentType("text/csv")
                .body(file)
                .post(PATH)
                .then();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
