package io.aftertouch.platform.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import com.mysql.cj.jdbc.Driver;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives a service under test an empty database with a user of its own, and topics of its own on the broker. The database is named after the
 * module's folder and made anew whenever the service starts; what the tests of the last run left can be looked at until then.
 */
public final class RealInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final String URL_PARAMETERS = "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&rewriteBatchedStatements=true&cachePrepStmts=true&cacheServerConfiguration=true&useLocalSessionState=true"
            + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    @Override
    public Map<String, String> start() {
        RealInfrastructureProcess infrastructure = RealInfrastructureProcess.inUse();
        String database = Path.of("").toAbsolutePath().getFileName().toString().replaceAll("[^a-z0-9]", "_") + "_test";
        String password = UUID.randomUUID().toString();
        makeEmptyDatabase(infrastructure, database, password);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url(infrastructure, database),
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                password,
                "kafka.bootstrap.servers",
                infrastructure.bootstrapServers(),
                "aftertouch.topic-prefix",
                "test." + UUID.randomUUID().toString().substring(0, 8) + ".",
                "aftertouch.users-file",
                Path.of("target", "test-users").toString());
    }

    private static String url(RealInfrastructureProcess infrastructure, String database) {
        return "jdbc:mysql://127.0.0.1:" + infrastructure.databasePort() + "/" + database + URL_PARAMETERS;
    }

    private static void makeEmptyDatabase(RealInfrastructureProcess infrastructure, String name, String password) {
        String user = "'" + name + "'@'127.0.0.1'";
        List<String> statements = List.of(
                "DROP DATABASE IF EXISTS `" + name + "`",
                "CREATE DATABASE `" + name + "`",
                "CREATE USER IF NOT EXISTS " + user,
                "ALTER USER " + user + " IDENTIFIED BY '" + password + "'",
                "GRANT ALL PRIVILEGES ON `" + name.replace("_", "\\_") + "`.* TO " + user);
        Properties administrator = new Properties();
        administrator.put("user", infrastructure.adminUser());
        administrator.put("password", infrastructure.adminPassword());
        try (Connection connection = new Driver().connect(url(infrastructure, ""), administrator);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test database " + name + " could not be made.", e);
        }
    }

    @Override
    public void stop() {
        // the database and the broker go on for the next module, and end with the build
    }

    /** A client with which a running test looks at the topics and the consumer groups of the broker. */
    public static Admin brokerAdmin() {
        return Admin.create(Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)));
    }
}
