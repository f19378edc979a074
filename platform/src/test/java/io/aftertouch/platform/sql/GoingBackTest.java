package io.aftertouch.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;

/** A release starts on tables that a later one has changed, so that nobody has to stay with an upgrade that went wrong. */
@QuarkusTest
@RealInfrastructureTest
class GoingBackTest {

    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.1", "999.1"})
    void changesThatThisReleaseDoesNotKnowAreLeftAlone(String version) throws SQLException {
        execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,"
                        + " execution_time, success) VALUES (9000, '" + version
                        + "', 'of a later release', 'SQL', 'V9__of_a_later_release.sql', 1, 'it', 1, 1)");
        try {
            assertThatCode(flyway::migrate).doesNotThrowAnyException();
        } finally {
            execute("DELETE FROM flyway_schema_history WHERE installed_rank = 9000");
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
