package io.aftertouch.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Puts the strictest headers on every answer that does not bring its own. */
@ApplicationScoped
class SecurityHeaders {

    private static final int FIRST = 2000;

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext request) {
        request.addHeadersEndHandler(end -> {
            MultiMap headers = request.response().headers();
            String type = headers.get("Content-Type");
            putIfAbsent(headers, "X-Content-Type-Options", "nosniff");
            putIfAbsent(headers, "Referrer-Policy", "same-origin");
            if (!isAsset(request)) {
                putIfAbsent(headers, "Cache-Control", "no-store");
            }
            if (type != null && type.startsWith("text/html")) {
                putIfAbsent(headers, ContentSecurityPolicy.HEADER, ContentSecurityPolicy.STRICT);
                putIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
            }
            if (request.request().isSSL() || "https".equals(request.request().scheme())) {
                putIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
            }
        });
        request.next();
    }

    private static boolean isAsset(RoutingContext request) {
        String path = request.request().path();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    private static void putIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
