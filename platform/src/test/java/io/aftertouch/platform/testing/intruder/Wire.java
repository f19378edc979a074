package io.aftertouch.platform.testing.intruder;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sends requests as they are, each on a connection of its own: a client that means well would put right what is to be sent wrong. */
final class Wire {

    private static final int MILLIS_TO_WAIT = 30_000;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** @throws NoReply when the connection was closed without one, or nothing came for long */
    Reply send(Request request) {
        long from = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS_TO_WAIT);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(written(request));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String status = line(in);
            if (!status.startsWith("HTTP/1.1 ")) {
                throw new NoReply("the connection was closed");
            }
            Map<String, String> headers = headers(in);
            String body = headers.getOrDefault("content-type", "").startsWith("text/event-stream")
                    ? ""
                    : new String(body(in, headers), StandardCharsets.UTF_8);
            return new Reply(
                    Integer.parseInt(status.substring(9, 12)),
                    headers,
                    body,
                    Duration.ofNanos(System.nanoTime() - from));
        } catch (IOException e) {
            throw new NoReply(e.toString());
        }
    }

    private static byte[] written(Request request) throws IOException {
        StringBuilder head = new StringBuilder(request.method() + " " + request.uri() + " HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean inChunks = request.sent() == Request.Sending.IN_CHUNKS;
        if (inChunks) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (request.body() != null && request.sent() == Request.Sending.WITH_ITS_LENGTH) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (request.body() != null && request.sent() != Request.Sending.HEAD_ALONE) {
            if (inChunks) {
                out.write(Integer.toHexString(request.body().length).getBytes(StandardCharsets.US_ASCII));
                out.write(LINE_END);
            }
            out.write(request.body());
            if (inChunks) {
                out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toByteArray();
    }

    /** Names in small letters. */
    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = length(in); length > 0; length = length(in)) {
            body.write(in.readNBytes(length));
            line(in);
        }
        return body.toByteArray();
    }

    private static int length(InputStream in) throws IOException {
        String line = line(in);
        return line.isEmpty() ? 0 : Integer.parseInt(line, 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Nothing came back. */
    static final class NoReply extends RuntimeException {

        NoReply(String why) {
            super(why);
        }
    }
}
