package io.aftertouch.platform.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Posts signed messages (Standard Webhooks 1.0). The name in the URL is resolved once, what it resolves to is checked, and the connection goes to
 * that very address, so that nobody can change the answer in between; the certificate is still that of the name. Redirects are not followed.
 */
@Singleton
public class WebhookClient {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpClient client;
    private final Clock clock;

    @Inject
    WebhookClient(Vertx vertx, Clock clock) {
        this(vertx.createHttpClient(options()), clock);
    }

    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setVerifyHost(true)
                .setKeepAlive(false)
                .setMaxPoolSize(64)
                .setDecompressionSupported(false);
    }

    WebhookClient(HttpClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Posts one message and waits for the answer, of which it reads the beginning. Blocks the thread, for no longer than the patience of the call
     * and the time that resolving the name takes.
     *
     * @throws UnsafeTarget when the URL leads where it must not lead
     * @throws IOException when there is no answer in time; the message may have arrived
     */
    public WebhookReply post(WebhookCall call) throws IOException {
        InetAddress target = resolve(call.url(), call.reach());
        boolean https = isHttps(call.url());
        int port = call.url().getPort() > 0 ? call.url().getPort() : https ? HTTPS_PORT : HTTP_PORT;
        Instant now = clock.instant();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, target.getHostAddress()))
                .setHost(host(call.url()))
                .setPort(port)
                .setSsl(https)
                .setURI(pathAndQuery(call.url()))
                .setConnectTimeout(call.patience().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Aftertouch")
                .putHeader("webhook-id", call.id())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", signatures(call, now));
        Future<HttpClientRequest> opened = client.request(options);
        ReplyReading reading = new ReplyReading();
        try {
            return await(opened.compose(request -> reading.read(request, call.body())), reading, call.patience());
        } finally {
            opened.onSuccess(HttpClientRequest::reset); // what comes later concerns nobody
        }
    }

    /** One for each secret, with a blank in between. */
    private static String signatures(WebhookCall call, Instant now) {
        return call.secrets().stream()
                .map(secret -> secret.sign(call.id(), now, call.body()))
                .collect(Collectors.joining(" "));
    }

    private static WebhookReply await(Future<WebhookReply> answer, ReplyReading reading, Duration patience)
            throws IOException {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return reading.soFar()
                    .orElseThrow(() -> new IOException("No answer within " + patience.toSeconds() + " s", e));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /**
     * Checks a URL as far as it can be checked without a connection, for whoever configures one.
     *
     * @throws UnsafeTarget when it leads where it must not lead
     * @throws UnknownHostException when the name is not known now
     */
    public static void check(URI url, Reach reach) throws UnknownHostException {
        resolve(url, reach);
    }

    private static InetAddress resolve(URI url, Reach reach) throws UnknownHostException {
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new UnsafeTarget("A webhook URL has a host, and neither user nor fragment");
        }
        if (!isHttps(url) && (reach == Reach.PUBLIC || !"http".equalsIgnoreCase(url.getScheme()))) {
            throw new UnsafeTarget("A webhook URL starts with https://");
        }
        InetAddress[] found = InetAddress.getAllByName(host(url));
        if (reach == Reach.PUBLIC && !Stream.of(found).allMatch(PublicInternet::holds)) {
            throw new UnsafeTarget("A webhook URL leads to a public address");
        }
        return found[0];
    }

    private static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Without the brackets around an IPv6 address. */
    private static String host(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String pathAndQuery(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
