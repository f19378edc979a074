package io.aftertouch.local.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.aftertouch.embedded.PidFile;
import io.aftertouch.embedded.ServerProcess;
import io.aftertouch.embedded.StartFailure;

/**
 * One of the three services: its jar in a JVM of its own, told everything by its environment, where no other user of the machine can read it.
 *
 * @param environment its configuration
 * @param health says when it is ready
 */
record ServicePart(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        PidFile pidFile,
        Path log,
        URI health)
        implements Part {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    @Override
    public ServerProcess start() {
        pidFile.stopLeftOver(patience());
        ServerProcess process = ServerProcess.start(name, command, environment, folder, pidFile, log);
        try {
            process.awaitReady(this::isReady, START_LIMIT);
            return process;
        } catch (StartFailure failure) {
            process.kill();
            throw failure;
        }
    }

    private boolean isReady() {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting.", e);
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(45);
    }
}
