package io.aftertouch.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.aftertouch.local.journey.RunningSuite;
import io.aftertouch.local.journey.Site;
import io.aftertouch.local.journey.SuiteDatabase;

/** A suite with nothing in it, seen by its clients and, to compare, by its database. */
final class MeasuredSuite implements AutoCloseable {

    private final RunningSuite suite;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private MeasuredSuite(RunningSuite suite) {
        this.suite = suite;
    }

    static MeasuredSuite start() {
        return new MeasuredSuite(RunningSuite.started("bench"));
    }

    RunningSuite running() {
        return suite;
    }

    Site site() {
        return suite.site();
    }

    /** Posts JSON and waits for the answer, through the gateway as every client does. */
    HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        return post(path, "application/json", body);
    }

    HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(suite.url() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + suite.credential("apiKey"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Gets a page or JSON, through the gateway as every client does. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(suite.url() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + suite.credential("apiKey"))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    Connection surveyDatabase() throws SQLException {
        return SuiteDatabase.SURVEY.of(suite);
    }

    Connection feedbackDatabase() throws SQLException {
        return SuiteDatabase.FEEDBACK.of(suite);
    }

    Connection scoreDatabase() throws SQLException {
        return SuiteDatabase.SCORE.of(suite);
    }

    /** How long each part has kept a core busy since it started, and this program too. */
    Map<String, Duration> busy() {
        Map<String, Duration> busy = new LinkedHashMap<>();
        suite.pids()
                .forEach(
                        (part, pid) -> busy.put(part, busy(ProcessHandle.of(pid).orElseThrow())));
        busy.put("client", busy(ProcessHandle.current()));
        return busy;
    }

    private static Duration busy(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        suite.stop();
    }
}
