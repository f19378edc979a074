package io.aftertouch.platform.page;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.access.OpenIdConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Puts the strictest headers on every answer that does not bring its own. */
@ApplicationScoped
class SecurityHeaders {

    private static final int FIRST = 2000;

    private final Optional<String> provider;

    SecurityHeaders(OpenIdConfig openId) {
        this.provider = openId.origin();
    }

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
                provider.ifPresent(origin -> letFormsLeadTo(origin, headers));
                putIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
            }
            if (request.request().isSSL() || "https".equals(request.request().scheme())) {
                putIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
            }
        });
        request.next();
    }

    /** Browsers hold the answer to a form, such as that to the sign-out, to the policy of the page that it was on. */
    private static void letFormsLeadTo(String origin, MultiMap headers) {
        String policy = headers.get(ContentSecurityPolicy.HEADER);
        if (policy.contains("form-action 'self'")) {
            headers.set(
                    ContentSecurityPolicy.HEADER,
                    ContentSecurityPolicy.with(policy, "form-action", "'self' " + origin));
        }
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
