package io.aftertouch.local.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * A real mail server on this machine that takes everything and remembers the Message-ID of each e-mail to the domain that it counts. A test can
 * have something happen when an e-mail has been read and before the server says that it has taken it.
 */
public final class CountingMailServer implements AutoCloseable {

    private static final int WAITING = 200;

    private final ServerSocket socket;
    private final String domain;
    private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
    private volatile Runnable beforeYes = () -> {};
    private volatile boolean refusing;

    /** One e-mail, and when it was taken. */
    public record Taken(String messageId, long nanos) {}

    private CountingMailServer(ServerSocket socket, String domain) {
        this.socket = socket;
        this.domain = domain;
    }

    /** @param domain only e-mails to addresses in it are counted */
    public static CountingMailServer start(String domain) throws IOException {
        CountingMailServer server =
                new CountingMailServer(new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress()), domain);
        Thread.ofPlatform().daemon().name("counting-mail-server").start(server::serve);
        return server;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What is done for each counted e-mail just before the server says yes to it. */
    public void beforeYes(Runnable action) {
        beforeYes = action;
    }

    /** Whether it says of every e-mail to the domain that it cannot take it now. */
    public void refuse(boolean wished) {
        refusing = wished;
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** How often each Message-ID was taken. */
    public Map<String, Long> counts() {
        return taken.stream().collect(Collectors.groupingBy(Taken::messageId, Collectors.counting()));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            answer(client);
        } catch (IOException goneInTheMiddle) {
            return; // a killed client does not say good-bye
        }
    }

    private void answer(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 mail server");
        boolean counted = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                case "RCPT" -> {
                    counted = line.contains("@" + domain + ">");
                    say(client, counted && refusing ? "451 4.3.2 Not now" : "250 2.1.5 OK");
                }
                case "DATA" -> {
                    say(client, "354 Go on");
                    String id = readMessageId(in);
                    if (counted) {
                        taken.add(new Taken(id, System.nanoTime()));
                        beforeYes.run();
                    }
                    say(client, "250 2.0.0 Taken");
                }
                case "QUIT" -> {
                    say(client, "221 Bye");
                    return;
                }
                default -> say(client, "250 OK");
            }
        }
    }

    private static String readMessageId(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (id.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).strip();
            }
        }
        return id;
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
