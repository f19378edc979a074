package io.aftertouch.survey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.eclipse.microprofile.config.ConfigProvider;

import static org.awaitility.Awaitility.await;

/**
 * Chooses the port at which the service looks for its mail server. Whether there is one is up to {@link Mailbox}. It is none of those that the
 * system gives to outgoing connections, and none of those that databases and brokers of tests beside it choose: they could take it while there is
 * no mail server.
 */
public final class MailPort implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "aftertouch.mail.port";
    private static final int FIRST = 10_000;
    private static final int BEHIND_LAST = 18_000;

    @Override
    public Map<String, String> start() {
        return Map.of("aftertouch.mail.host", "127.0.0.1", PORT, String.valueOf(free()));
    }

    /** The port, once nobody listens there: a server that was closed lets it go only when its thread has heard of it. */
    static int vacant() {
        int port = ConfigProvider.getConfig().getValue(PORT, Integer.class);
        await("the mail server before this one to be gone")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> isFree(port));
        return port;
    }

    private static int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST))
                .limit(100)
                .filter(MailPort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port is free"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void stop() {
        // a number needs no stopping
    }
}
