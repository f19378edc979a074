package io.aftertouch.survey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/**
 * A mail server at the usual port that answers as a test wants. The script is asked at {@code RCPT}, at {@code DATA} and at the end of the
 * content (command {@code .}), with the address of the recipient.
 */
public final class ScriptedMailServer implements AutoCloseable {

    /** Says nothing and keeps the line. */
    public static final String SILENCE = "";

    /** Goes on as a willing server would. */
    public static final String YES = null;

    private final BiFunction<String, String, String> script;
    private final ServerSocket socket;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> content = new CopyOnWriteArrayList<>();

    public ScriptedMailServer(BiFunction<String, String, String> script) {
        this.script = script;
        try {
            socket = new ServerSocket(MailPort.vacant(), 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("scripted-mail-server").start(this::serve);
    }

    /** What was taken, each with its headers. */
    public List<String> taken() {
        return List.copyOf(content);
    }

    public int connections() {
        return clients.size();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                Thread.ofPlatform().daemon().start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            answer(client);
        } catch (SocketException closed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket client) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 mail server");
        String recipient = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (command) {
                case "RCPT" -> {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(client, reply("RCPT", recipient, "250 2.1.5 OK"));
                }
                case "DATA" -> {
                    String reply = reply("DATA", recipient, "354 Go on");
                    say(client, reply);
                    if (reply.startsWith("354")) {
                        String mail = read(in);
                        String verdict = reply(".", recipient, "250 2.0.0 Taken");
                        if (verdict.startsWith("250")) {
                            content.add(mail);
                        }
                        say(client, verdict);
                    }
                }
                case "QUIT" -> {
                    say(client, "221 Bye");
                    return;
                }
                default -> say(client, "250 OK");
            }
        }
    }

    private String reply(String command, String recipient, String willing) {
        String scripted = script.apply(command, recipient);
        return scripted == null ? willing : scripted;
    }

    private static String read(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Socket client, String line) throws IOException, InterruptedException {
        if (line.equals(SILENCE)) {
            Thread.sleep(60_000);
        }
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
