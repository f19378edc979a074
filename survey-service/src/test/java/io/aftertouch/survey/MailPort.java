package io.aftertouch.survey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Chooses the port at which the service looks for its mail server. Whether there is one is up to {@link Mailbox}. It is none of those that the
 * system gives to outgoing connections, and none of those that databases and brokers of tests beside it choose: they could take it while there is
 * no mail server.
 */
public final class MailPort implements QuarkusTestResourceLifecycleManager {

    private static final int FIRST = 10_000;
    private static final int BEHIND_LAST = 18_000;

    @Override
    public Map<String, String> start() {
        return Map.of("aftertouch.mail.host", "127.0.0.1", "aftertouch.mail.port", String.valueOf(free()));
    }

    private static int free() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("No port is free");
    }

    @Override
    public void stop() {
        // a number needs no stopping
    }
}
