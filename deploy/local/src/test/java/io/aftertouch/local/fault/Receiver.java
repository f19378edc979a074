package io.aftertouch.local.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A system that takes webhooks on this machine and remembers the id of each that it took; it can be told to behave badly. */
final class Receiver implements AutoCloseable {

    /** How it answers. */
    enum Mood {
        TAKING,
        REFUSING,
        REDIRECTING,
        /** It reads, and answers only when it is in another mood. */
        HANGING
    }

    private final HttpServer server;
    private final Map<UUID, Long> taken = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.TAKING;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            Receiver receiver = new Receiver(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", receiver::answer);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void be(Mood wished) {
        mood = wished;
    }

    /** How often each webhook-id was taken. */
    Map<UUID, Long> taken() {
        return new HashMap<>(taken);
    }

    private void answer(HttpExchange post) throws IOException {
        try (post) {
            post.getRequestBody().readAllBytes();
            while (mood == Mood.HANGING) {
                Thread.sleep(100);
            }
            switch (mood) {
                case REFUSING -> post.sendResponseHeaders(500, -1);
                case REDIRECTING -> {
                    post.getResponseHeaders().add("Location", "/elsewhere");
                    post.sendResponseHeaders(302, -1);
                }
                case TAKING, HANGING -> {
                    taken.merge(UUID.fromString(post.getRequestHeaders().getFirst("webhook-id")), 1L, Long::sum);
                    post.sendResponseHeaders(204, -1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
