package io.aftertouch.local.suite;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.embedded.Broker;
import io.aftertouch.embedded.DatabaseAccount;
import io.aftertouch.embedded.EmbeddedDatabase;
import io.aftertouch.embedded.FreePorts;
import io.aftertouch.local.gateway.Upstream;

/** Everything that one run of the suite has decided before it starts: ports, accounts, and what each part is told. */
final class SuiteSettings {

    private static final String URL_PARAMETERS = "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&rewriteBatchedStatements=true&cachePrepStmts=true&cacheServerConfiguration=true&useLocalSessionState=true"
            + "&sslMode=DISABLED";

    private final Installation installation;
    private final DataFolder data;
    private final Secrets secrets;
    private final int publicPort;
    private final int mailPort;
    private final EmbeddedDatabase.Settings database;
    private final Broker.Settings broker;
    private final Map<Upstream, Integer> ports = new EnumMap<>(Upstream.class);
    private final FreePorts freePorts;

    SuiteSettings(Installation installation, DataFolder data, Secrets secrets, int publicPort, FreePorts freePorts) {
        this.installation = installation;
        this.data = data;
        this.secrets = secrets;
        this.publicPort = publicPort;
        this.freePorts = freePorts;
        this.mailPort = freePorts.next();
        this.database = new EmbeddedDatabase.Settings(
                installation.databasePrograms(),
                data.database(),
                data.log(DatabasePart.NAME),
                freePorts.next(),
                "512M",
                List.of());
        this.broker = new Broker.Settings(
                data.broker(),
                data.log(BrokerPart.NAME),
                freePorts.next(),
                freePorts.next(),
                installation.classArchive(BrokerPart.NAME, installation.launcherJar()));
        for (Upstream service : services()) {
            ports.put(service, freePorts.next());
        }
    }

    static List<Upstream> services() {
        return List.of(Upstream.SURVEY, Upstream.FEEDBACK, Upstream.SCORE);
    }

    String publicAddress() {
        return "http://localhost:" + publicPort;
    }

    int publicPort() {
        return publicPort;
    }

    int mailPort() {
        return mailPort;
    }

    Map<Upstream, Integer> ports() {
        return ports;
    }

    DatabasePart databasePart() {
        return new DatabasePart(
                database,
                services().stream()
                        .map(service ->
                                new DatabaseAccount(account(service), password(service), List.of(account(service))))
                        .toList());
    }

    BrokerPart brokerPart() {
        return new BrokerPart(broker);
    }

    ServicePart servicePart(Upstream service) {
        String name = service.partName();
        int healthPort = freePorts.next();
        List<String> command = new ArrayList<>(
                List.of(Installation.java(), "-Xms32m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        Path jar = installation.serviceJar(name);
        command.addAll(installation.classArchive(name, jar));
        command.addAll(List.of("-jar", jar.toString()));
        return new ServicePart(
                name,
                command,
                environment(service, healthPort),
                data.workFolder(name),
                data.pidFile(name),
                data.log(name),
                URI.create("http://127.0.0.1:" + healthPort + "/q/health/ready"));
    }

    private Map<String, String> environment(Upstream service, int healthPort) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(ports.get(service)),
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(healthPort),
                "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:mysql://127.0.0.1:" + database.port() + "/" + account(service) + URL_PARAMETERS,
                "QUARKUS_DATASOURCE_USERNAME", account(service),
                "QUARKUS_DATASOURCE_PASSWORD", password(service),
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
        environment.put("AFTERTOUCH_PUBLIC_ADDRESS", publicAddress());
        environment.put("AFTERTOUCH_USERS_FILE", data.users().toString());
        environment.put("AFTERTOUCH_SESSION_KEY", secrets.sessionKey());
        environment.put("AFTERTOUCH_RESPONDENT_KEY", secrets.respondentKey());
        if (service == Upstream.SURVEY) {
            if (System.getenv("AFTERTOUCH_MAIL_HOST") == null) { // else it is told of a real mail server
                environment.put("AFTERTOUCH_MAIL_HOST", "127.0.0.1");
                environment.put("AFTERTOUCH_MAIL_PORT", Integer.toString(mailPort));
            }
            environment.put("AFTERTOUCH_TOKEN_KEY", secrets.tokenKey());
            environment.put("AFTERTOUCH_BOOTSTRAP_API_KEY", secrets.apiKey());
            environment.put("AFTERTOUCH_NEIGHBOURS_FEEDBACK", "http://127.0.0.1:" + ports.get(Upstream.FEEDBACK));
            environment.put("AFTERTOUCH_NEIGHBOURS_SCORE", "http://127.0.0.1:" + ports.get(Upstream.SCORE));
        }
        if (service == Upstream.SCORE) {
            environment.put("AFTERTOUCH_NEIGHBOURS_FEEDBACK", "http://127.0.0.1:" + ports.get(Upstream.FEEDBACK));
        }
        if (service == Upstream.FEEDBACK) {
            environment.put("AFTERTOUCH_REFERENCE_KEY", secrets.referenceKey());
        }
        if (service == Upstream.SCORE) {
            environment.put("AFTERTOUCH_WEBHOOK_KEY", secrets.webhookKey());
        }
        return environment;
    }

    private static String account(Upstream service) {
        return switch (service) {
            case SURVEY -> "aftertouch_survey";
            case FEEDBACK -> "aftertouch_feedback";
            case SCORE -> "aftertouch_score";
            case LOCAL -> throw new IllegalArgumentException("The launcher has no database.");
        };
    }

    private String password(Upstream service) {
        return switch (service) {
            case SURVEY -> secrets.surveyDatabase();
            case FEEDBACK -> secrets.feedbackDatabase();
            case SCORE -> secrets.scoreDatabase();
            case LOCAL -> throw new IllegalArgumentException("The launcher has no database.");
        };
    }
}
