package io.aftertouch.platform.figure;

import java.net.URL;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@RealInfrastructureTest
class FigureBoardTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL readiness;

    @Inject
    FigureBoard board;

    @Inject
    ParkedMessages parked;

    @Inject
    DataSource database;

    @Test
    void operatorsReadTheFiguresOnThePortThatNobodyElseReaches() {
        int before = parked.latest(200).size();
        Topics.send(new ProducerRecord<>(Topics.name("notes"), "k", "no event".getBytes()));
        Awaitility.await().until(() -> parked.latest(200).size() > before);
        board.look();

        String scraped = given().get(metrics).then().statusCode(200).extract().asString();
        assertThat(scraped)
                .containsPattern("(?m)^aftertouch_outbox_waiting(\\{.*})? [0-9.]+$")
                .containsPattern("(?m)^aftertouch_outbox_oldest_age_seconds(\\{.*})? [0-9.]+$")
                .containsPattern("(?m)^aftertouch_parked_messages(\\{.*})? [1-9][0-9.]*$");
        given().get("/q/metrics").then().statusCode(404);
        given().get("/q/health").then().statusCode(404);
    }

    @Test
    void readinessSaysWhatItRestsOn() {
        given().get(readiness)
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("Telling the other services"))
                .body("checks.find { it.name == 'Telling the other services' }.data.events", equalTo("are told"));
    }

    @Test
    void aLabelThatTheDatabaseDoesNotNameAnyMoreCountsNothing() throws SQLException {
        var meters = new SimpleMeterRegistry();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS lamp (state VARCHAR(8))");
            statement.execute("INSERT INTO lamp VALUES ('ON'), ('ON'), ('OFF')");
            var lamps = new FigureBoard(List.of(new Lamps()), database, meters);
            lamps.look();
            assertThat(lit(meters)).isEqualTo(2);
            statement.execute("DELETE FROM lamp WHERE state = 'ON'");
            lamps.look();
            assertThat(lit(meters)).isZero();
            statement.execute("DROP TABLE lamp");
            lamps.look();
            assertThat(lit(meters)).as("cannot be read").isNaN();
            assertThat(lamps.isAway()).isTrue();
        }
    }

    private static double lit(SimpleMeterRegistry meters) {
        return meters.get("lamps").tag("state", "ON").gauge().value();
    }

    private static final class Lamps implements Figures {
        @Override
        public List<Figure> figures() {
            return List.of(Figure.by("state", "lamps", "Lamps", "SELECT state, COUNT(*) FROM lamp GROUP BY state"));
        }
    }
}
