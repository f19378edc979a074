package io.aftertouch.platform.retry;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@QuarkusTest
@RealInfrastructureTest
class SqlFailuresTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void aPoolWithoutAFreeConnectionIsAnOutage() throws SQLException {
        var settings = new AgroalPropertiesReader("")
                .readProperties(Map.of(
                        AgroalPropertiesReader.MAX_SIZE, "1",
                        AgroalPropertiesReader.ACQUISITION_TIMEOUT, "PT0.05S",
                        AgroalPropertiesReader.JDBC_URL, url,
                        AgroalPropertiesReader.PRINCIPAL, user,
                        AgroalPropertiesReader.CREDENTIAL, password))
                .get();
        List<Connection> held = new ArrayList<>();
        try (AgroalDataSource small = AgroalDataSource.from(settings)) {
            held.add(small.getConnection());
            Throwable failure = catchThrowable(() -> held.add(small.getConnection()));
            assertThat(failure).isInstanceOf(SQLException.class);
            assertThat(SqlFailures.isOutage(new IllegalStateException(failure))).isTrue();
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    /** A wire that went dead takes connections, and nobody answers at the other end. */
    @Test
    void aConnectionThatDoesNotComeAboutIsAnOutage() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var settings = new AgroalPropertiesReader("")
                    .readProperties(Map.of(
                            AgroalPropertiesReader.MAX_SIZE, "1",
                            AgroalPropertiesReader.ACQUISITION_TIMEOUT, "PT0.05S",
                            AgroalPropertiesReader.JDBC_URL,
                                    "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/nobody?socketTimeout=2000"))
                    .get();
            try (AgroalDataSource pool = AgroalDataSource.from(settings)) {
                Throwable failure = catchThrowable(pool::getConnection);

                assertThat(failure).isExactlyInstanceOf(SQLException.class);
                assertThat(SqlFailures.isOutage(new IllegalStateException(failure)))
                        .isTrue();
            }
        }
    }

    @Test
    void aStatementOfAConnectionThatIsGoneIsAnOutage() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        var statement = connection.prepareStatement("SELECT 1");
        connection.close();

        Throwable failure = catchThrowable(statement::executeQuery);

        assertThat(failure).isInstanceOf(SQLException.class);
        assertThat(SqlFailures.isOutage(failure)).isTrue();
        assertThat(SqlFailures.isOutage(new IllegalStateException("a mistake"))).isFalse();
    }

    @Test
    void aDatabaseWithoutRoomIsAnOutage() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("SET SESSION max_heap_table_size = 16384");
            statement.execute("CREATE TEMPORARY TABLE small (text CHAR(200)) ENGINE = MEMORY");

            Throwable failure = catchThrowable(() -> {
                for (int row = 0; row < 10_000; row++) {
                    statement.execute("INSERT INTO small VALUES ('" + "x".repeat(200) + "')");
                }
            });

            assertThat(failure).isInstanceOf(SQLException.class).hasMessageContaining("full");
            assertThat(SqlFailures.isOutage(failure)).isTrue();
        }
    }

    @Test
    void whyACommitFailedMayBeSuppressed() {
        var failure = new IllegalStateException("rolled back");
        failure.addSuppressed(new IllegalStateException(new SQLException("link failure", "08S01")));

        assertThat(SqlFailures.isOutage(new IllegalStateException(failure))).isTrue();
    }
}
