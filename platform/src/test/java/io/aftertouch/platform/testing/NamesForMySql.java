package io.aftertouch.platform.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the names in the tables of a service against the words that MySQL keeps for itself, of which MariaDB takes some for names. */
public final class NamesForMySql {

    private static final String NAMES = """
            SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()
            UNION SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()
            """;

    private NamesForMySql() {}

    /** @param quoted reserved words that are names all the same, and stand in quotes wherever they are written */
    public static void check(DataSource database, String... quoted) throws SQLException, IOException {
        Set<String> names = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NAMES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        assertThat(names).contains("outbox", "created_at");
        names.retainAll(reservedWords());
        assertThat(names).as("names that are reserved words of MySQL").containsExactlyInAnyOrder(quoted);
    }

    private static Set<String> reservedWords() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                NamesForMySql.class.getResourceAsStream("mysql-reserved-words.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        }
    }
}
