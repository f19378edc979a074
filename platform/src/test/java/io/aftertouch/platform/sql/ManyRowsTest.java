package io.aftertouch.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@RealInfrastructureTest
class ManyRowsTest {

    private static final ManyRows INSERT =
            new ManyRows("INSERT INTO many_rows (place, id, happened_at, unit, text) VALUES", "(?, ?, ?, ?, ?)");

    @Inject
    DataSource database;

    private Connection connection;

    @BeforeEach
    void makeTable() throws SQLException {
        connection = database.getConnection();
        run(
                "CREATE TEMPORARY TABLE many_rows (place INT NOT NULL PRIMARY KEY, id BINARY(16) NULL, happened_at DATETIME(6) NULL,"
                        + " unit VARCHAR(16) NULL, text LONGTEXT NULL)");
    }

    @AfterEach
    void dropTable() throws SQLException {
        run("DROP TEMPORARY TABLE many_rows");
        connection.close();
    }

    @Test
    void everyKindOfValueArrives() throws SQLException {
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        Instant at = Instant.parse("2026-03-29T01:30:00.123456Z");
        INSERT.write(connection, rows(new Object[] {1, id, at, TimeUnit.DAYS, "Søren's \\ \"50 %\""}));
        INSERT.write(connection, rows(new Object[] {2, UuidBytes.toBytes(id), null, null, null}));
        try (var rows = connection.createStatement().executeQuery("SELECT * FROM many_rows ORDER BY place")) {
            rows.next();
            assertThat(UuidBytes.fromBytes(rows.getBytes("id"))).isEqualTo(id);
            assertThat(rows.getObject("happened_at", LocalDateTime.class))
                    .isEqualTo(LocalDateTime.parse("2026-03-29T01:30:00.123456"));
            assertThat(rows.getString("unit")).isEqualTo("DAYS");
            assertThat(rows.getString("text")).isEqualTo("Søren's \\ \"50 %\"");
            rows.next();
            assertThat(UuidBytes.fromBytes(rows.getBytes("id"))).isEqualTo(id);
            assertThat(rows.getString("text")).isNull();
        }
    }

    @Test
    void moreRowsThanOneStatementHoldsAllArrive() throws SQLException {
        INSERT.write(
                connection,
                IntStream.range(0, 2_500)
                        .mapToObj(place -> new Object[] {place, null, null, null, "x"})
                        .toList());
        assertThat(number("SELECT COUNT(*) FROM many_rows")).isEqualTo(2_500);
    }

    @Test
    void longRowsGoInSeveralStatements() throws SQLException {
        String longText = "x".repeat(3 << 20);
        int before = statements();
        INSERT.write(
                connection,
                IntStream.range(0, 8)
                        .mapToObj(place -> new Object[] {place, null, null, null, longText})
                        .toList());
        assertThat(statements() - before).isEqualTo(8);
        assertThat(number("SELECT COUNT(*) FROM many_rows WHERE LENGTH(text) = " + (3 << 20)))
                .isEqualTo(8);
    }

    @Test
    void noRowsAreNoStatement() throws SQLException {
        int before = statements();
        INSERT.write(connection, List.of());
        assertThat(statements()).isEqualTo(before);
    }

    @Test
    void aRowThatIsThereIsLeftOrChanged() throws SQLException {
        INSERT.write(connection, rows(new Object[] {1, null, null, null, "first"}));
        assertThatThrownBy(() -> INSERT.write(connection, rows(new Object[] {1, null, null, null, "second"})))
                .isInstanceOf(SQLException.class);
        new ManyRows(
                        "INSERT INTO many_rows (place, text) VALUES",
                        "(?, ?)",
                        "ON DUPLICATE KEY UPDATE text = VALUES(text)")
                .write(connection, rows(new Object[] {1, "third"}, new Object[] {2, "other"}));
        assertThat(number("SELECT COUNT(*) FROM many_rows WHERE text IN ('third', 'other')"))
                .isEqualTo(2);
    }

    private static List<Object[]> rows(Object[]... rows) {
        return new ArrayList<>(List.of(rows));
    }

    private int statements() throws SQLException {
        try (var status =
                connection.createStatement().executeQuery("SHOW SESSION STATUS WHERE Variable_name = 'Com_insert'")) {
            status.next();
            return status.getInt(2);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
