package io.aftertouch.local.gateway;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;

/**
 * Makes one site of the three services and the launcher's own pages, on the loopback addresses of this machine. It is open from the first moment: what
 * is not there yet answers 503.
 */
public final class Gateway implements AutoCloseable {

    private static final BodyLimit BODY_LIMIT = new BodyLimit();
    private static final int HEADER_LIMIT = 16 << 10;
    private static final int CONNECTIONS_PER_SERVICE = 200;
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final Routes routes = new Routes();
    private final Map<Upstream, Handler<HttpServerRequest>> handlers = new EnumMap<>(Upstream.class);
    private final List<HttpServer> servers = new ArrayList<>();
    private final HttpClient client;

    private Gateway(Vertx vertx, Map<Upstream, Integer> ports, Handler<HttpServerRequest> ownPages) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(30).setConnectTimeout(2_000),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
        ports.forEach((upstream, port) -> handlers.put(
                upstream,
                HttpProxy.reverseProxy(client).origin(port, "127.0.0.1").addInterceptor(new Forwarding(BODY_LIMIT))));
        handlers.put(Upstream.LOCAL, ownPages);
    }

    /**
     * Opens the site.
     *
     * @param ports where the services listen, or will
     * @param ownPages answers the launcher's own paths
     * @throws IOException when the port is taken
     */
    public static Gateway open(Vertx vertx, int port, Map<Upstream, Integer> ports, Handler<HttpServerRequest> ownPages)
            throws IOException {
        Gateway gateway = new Gateway(vertx, ports, ownPages);
        try {
            for (String address : loopbackAddresses()) {
                gateway.servers.add(wait(vertx.createHttpServer(new HttpServerOptions()
                                .setHttp2ClearTextEnabled(false)
                                .setMaxHeaderSize(HEADER_LIMIT)
                                .setMaxInitialLineLength(HEADER_LIMIT))
                        .requestHandler(gateway::handle)
                        .listen(port, address)));
            }
            return gateway;
        } catch (CompletionException e) {
            gateway.close();
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Both of them where there are two, so that no other program can answer at one of the names of the site. */
    private static List<String> loopbackAddresses() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getByName("127.0.0.1"));
        boolean six = loopback != null
                && loopback.inetAddresses()
                        .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
        return six ? List.of("127.0.0.1", "::1") : List.of("127.0.0.1");
    }

    private void handle(HttpServerRequest request) {
        if (request.authority() == null || !HostCheck.isOwn(request.authority().host())) {
            Refusal.UNKNOWN_HOST.send(request);
        } else if (!PathCheck.isPlain(request.path())) {
            Refusal.SUSPICIOUS_PATH.send(request);
        } else if (!METHODS.contains(request.method())) {
            Refusal.METHOD_NOT_ALLOWED.send(request);
        } else if (announcesTooMuch(request)) {
            Refusal.CONTENT_TOO_LARGE.send(request);
        } else {
            routes.find(request.path())
                    .ifPresentOrElse(
                            upstream -> handlers.get(upstream).handle(request), () -> Refusal.NOT_FOUND.send(request));
        }
    }

    private static boolean announcesTooMuch(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && (length.length() > 9 || Long.parseLong(length) > BODY_LIMIT.of(request.path()));
    }

    private static <T> T wait(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        servers.forEach(server -> wait(server.close()));
        wait(client.close());
    }
}
