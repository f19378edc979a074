package io.aftertouch.local.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.aftertouch.local.fault.Doors.Service;
import io.aftertouch.local.fault.Violation.Invariant;
import io.aftertouch.local.journey.RunningSuite;

import static org.awaitility.Awaitility.await;

/** A running suite, seen by somebody who wants to do harm to it: its processes, their settings, and whether they say that they are ready. */
final class Stage {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final RunningSuite suite;
    private final Doors doors;
    private final Map<Service, URI> health = new EnumMap<>(Service.class);
    private final String broker;
    private final List<Violation> broken = new ArrayList<>();
    private Crowd crowd = (times, time) -> {};

    /** Many more clients for a while. */
    @FunctionalInterface
    interface Crowd {
        void come(int times, Duration time);
    }

    Stage(RunningSuite suite) {
        this.suite = suite;
        this.doors = new Doors(suite.site());
        for (Service service : Service.values()) {
            String port = environment(service.part()).get("QUARKUS_MANAGEMENT_PORT");
            health.put(service, URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
        }
        this.broker = environment(Service.SURVEY.part()).get("KAFKA_BOOTSTRAP_SERVERS");
    }

    RunningSuite suite() {
        return suite;
    }

    Doors doors() {
        return doors;
    }

    /** Where the broker is. */
    String broker() {
        return broker;
    }

    Topics topics() {
        return new Topics(broker);
    }

    void crowdOf(Crowd clients) {
        crowd = clients;
    }

    /** Has many times as many clients come as there are, none of whom rests. */
    void crowd(int times, Duration time) {
        crowd.come(times, time);
    }

    /** Something that has to be so soon, while a fault lasts. */
    void expect(Invariant invariant, String what, Duration soon, BooleanSupplier so) {
        long deadline = System.nanoTime() + soon.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                broken.add(new Violation(invariant, "not so: " + what));
                return;
            }
            Faults.rest(Duration.ofMillis(100));
        }
    }

    /** What was not as expected since this was asked last. */
    List<Violation> unexpected() {
        List<Violation> all = List.copyOf(broken);
        broken.clear();
        return all;
    }

    /** Where the broker keeps its log. */
    Path brokerLog() {
        List<String> command = command("broker");
        return Path.of(command.get(command.size() - 3)).resolveSibling("log");
    }

    /** With what environment a part runs. */
    Map<String, String> environment(String part) {
        return suite.environment(part);
    }

    /** How a part was started. */
    List<String> command(String part) {
        return suite.command(part);
    }

    /** {@code kill -9}; the launcher starts it again. */
    void kill(String part) {
        long pid = suite.pid(part);
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        await("another process of " + part)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> suite.pids().getOrDefault(part, pid) != pid);
    }

    /** Has a part stand still in the middle of whatever it does, and go on after a while as if nothing had happened. */
    void freeze(String part, Duration time) throws IOException, InterruptedException {
        long pid = suite.pid(part);
        signal("-STOP", pid);
        try {
            Thread.sleep(time);
        } finally {
            signal("-CONT", pid);
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
    }

    /** Asks a process of ours to end, and ends it by force when that takes too long. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a service says that it can work. */
    boolean isReady(Service service) {
        return isReady(health.get(service));
    }

    static boolean isReady(URI health) {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException no) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until all services say so, and tells how long that took. */
    Duration awaitReady() {
        long from = System.nanoTime();
        await("all services to be ready")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Stream.of(Service.values()).allMatch(this::isReady));
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
