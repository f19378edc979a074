package io.aftertouch.local.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.aftertouch.embedded.FreePorts;
import io.aftertouch.local.fault.Doors.Service;

import static org.awaitility.Awaitility.await;

/** A further instance of a service, beside the one of the suite: the same jar, settings, database and broker, on ports of its own. */
final class Instance implements AutoCloseable {

    private static final FreePorts PORTS = new FreePorts(new SecureRandom());

    private final Stage stage;
    private final Service service;
    private final String url;
    private final URI health;
    private final Process process;

    private Instance(Stage stage, Service service, String url, URI health, Process process) {
        this.stage = stage;
        this.service = service;
        this.url = url;
        this.health = health;
        this.process = process;
    }

    static Instance beside(Stage stage, Service service) throws IOException {
        return beside(stage, service, List.of(), Map.of());
    }

    /**
     * Starts one; clients come to it once it is ready.
     *
     * @param options of its JVM, besides those of the suite's
     * @param changes to the environment in which the suite's runs
     */
    static Instance beside(Stage stage, Service service, List<String> options, Map<String, String> changes)
            throws IOException {
        int port = PORTS.next();
        int healthPort = PORTS.next();
        Map<String, String> environment = new HashMap<>(stage.environment(service.part()));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(healthPort));
        environment.putAll(changes);
        List<String> command = new ArrayList<>(stage.command(service.part()));
        command.addAll(1, options);
        Path log = stage.suite().file("beside-" + service.part() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(stage.suite().file("beside-" + service.part()))
                        .toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Instance(
                stage,
                service,
                "http://127.0.0.1:" + port,
                URI.create("http://127.0.0.1:" + healthPort + "/q/health/ready"),
                builder.start());
    }

    Instance awaitReady() {
        await("another " + service.part())
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .failFast("another " + service.part() + " ended", () -> !process.isAlive())
                .until(() -> Stage.isReady(health));
        stage.doors().open(service, url);
        return this;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has ended by itself. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Another " + service.part() + " did not end within " + patience);
        }
        stage.doors().shut(service, url);
    }

    /** {@code kill -9}; clients find a closed door for a moment. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        stage.doors().shut(service, url);
    }

    /** Stops it in order, once no clients come any more. */
    @Override
    public void close() {
        stage.doors().shut(service, url);
        Stage.end(process);
    }
}
