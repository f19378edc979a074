package io.aftertouch.local.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The database of one service of a running suite, as the service itself is connected to it. */
public enum SuiteDatabase {
    SURVEY("aftertouch_survey", "surveyDatabase"),
    FEEDBACK("aftertouch_feedback", "feedbackDatabase"),
    SCORE("aftertouch_score", "scoreDatabase");

    private static final String URL_PARAMETERS = "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&rewriteBatchedStatements=true&cachePrepStmts=true&cacheServerConfiguration=true&useLocalSessionState=true"
            + "&sslMode=DISABLED";

    private final String account;
    private final String secret;

    SuiteDatabase(String account, String secret) {
        this.account = account;
        this.secret = secret;
    }

    public Connection of(RunningSuite suite) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port(suite) + "/" + account + URL_PARAMETERS, account, password(suite));
    }

    /** Who the service is there; its database has the same name. */
    String account() {
        return account;
    }

    String password(RunningSuite suite) {
        return suite.secret(secret);
    }

    int port(RunningSuite suite) {
        return ProcessHandle.of(suite.pids().get("database"))
                .flatMap(process -> process.info().arguments())
                .stream()
                .flatMap(Stream::of)
                .filter(argument -> argument.startsWith("--port="))
                .map(argument -> Integer.parseInt(argument.substring("--port=".length())))
                .findFirst()
                .orElseThrow();
    }
}
