package io.aftertouch.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.aftertouch.embedded.FreePorts;

import static org.awaitility.Awaitility.await;

/**
 * Instances of survey-service instead of the one of the suite: the same jar with the same settings, on ports of their own, sending to another mail
 * server. The suite gets its own back at the end.
 */
public final class Senders implements AutoCloseable {

    private static final String PART = "survey-service";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final RunningSuite suite;
    private final List<String> command;
    private final Map<String, String> environment;
    private final FreePorts ports = new FreePorts(new SecureRandom());
    private final List<Sender> senders = new ArrayList<>();

    private Senders(RunningSuite suite, List<String> command, Map<String, String> environment) {
        this.suite = suite;
        this.command = command;
        this.environment = environment;
    }

    /** Stops the instance of the suite and remembers how it was started. */
    public static Senders insteadOfTheOneOf(RunningSuite suite, CountingMailServer mail) {
        List<String> command = suite.command(PART);
        Map<String, String> environment = suite.environment(PART);
        environment.put("AFTERTOUCH_MAIL_HOST", "127.0.0.1");
        environment.put("AFTERTOUCH_MAIL_PORT", Integer.toString(mail.port()));
        suite.stopPart(PART);
        return new Senders(suite, command, environment);
    }

    /** Starts one; it may not be ready yet. */
    public Sender start(String name, Map<String, String> changes) throws IOException {
        Sender sender = new Sender(name, ports.next(), ports.next(), changes);
        senders.add(sender);
        return sender;
    }

    /** One instance. */
    public final class Sender {

        private final int port;
        private final int healthPort;
        private final Process process;

        private Sender(String name, int port, int healthPort, Map<String, String> changes) throws IOException {
            this.port = port;
            this.healthPort = healthPort;
            Map<String, String> mine = new HashMap<>(environment);
            mine.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            mine.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(healthPort));
            mine.putAll(changes);
            Path log = suite.file("sender-" + name + ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Files.createDirectories(suite.file("sender-" + name))
                            .toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().clear();
            builder.environment().putAll(mine);
            process = builder.start();
        }

        public Sender awaitReady() {
            await("instance of survey-service").atMost(Duration.ofSeconds(120)).until(this::isReady);
            return this;
        }

        private boolean isReady() throws InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + healthPort + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            try {
                return HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            }
        }

        /** The API of this very instance. */
        public Site site() {
            return new Site("http://127.0.0.1:" + port, suite.credential("apiKey"));
        }

        /** Stops it in the middle of whatever it does, without killing it: it does nothing any more. */
        void freeze() {
            try {
                new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                // on a busy machine its threads go on until one of them has heard of it
                while (!isFrozen()) {
                    Thread.sleep(1);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean isFrozen() throws IOException {
            try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
                return threads.allMatch(Sender::isStopped);
            }
        }

        /** A thread that ended meanwhile does nothing more either. */
        private static boolean isStopped(Path thread) {
            try {
                String stat = Files.readString(thread.resolve("stat"));
                return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
            } catch (IOException ended) {
                return true;
            }
        }

        /** {@code kill -9}. */
        public void kill() {
            process.destroyForcibly();
            end(Duration.ofSeconds(10));
        }

        /** Stops it in order. */
        public void stop() {
            process.destroy();
            end(Duration.ofSeconds(45));
        }

        private void end(Duration patience) {
            try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        senders.forEach(Sender::stop);
        suite.startPart(PART);
    }
}
