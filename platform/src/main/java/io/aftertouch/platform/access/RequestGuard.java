package io.aftertouch.platform.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses requests before anything else looks at them: paths that only serve to get round rules, bodies that are too large, and changes that
 * another site makes with the session of somebody who is signed in here.
 */
@ApplicationScoped
class RequestGuard {

    private static final int BEFORE_AUTHENTICATION = 1000;
    private static final List<String> TRICKS =
            List.of(";", "\\", "//", "%3b", "%2f", "%5c", "%2e", "%00", "/./", "/../");
    private static final long LARGEST_JSON = 64 * 1024;
    private static final long LARGEST_BATCH = 2 * 1024 * 1024;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Problems problems;
    private final URI publicAddress;
    private final String sessionCookie;

    RequestGuard(
            Problems problems,
            @ConfigProperty(name = "aftertouch.public-address") URI publicAddress,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name", defaultValue = "quarkus-credential")
                    String sessionCookie) {
        this.problems = problems;
        this.publicAddress = publicAddress;
        this.sessionCookie = sessionCookie;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_AUTHENTICATION);
    }

    private void guard(RoutingContext request) {
        if (isTrick(request.request().uri())) {
            problems.end(request, "suspicious-path", "The path holds characters that are not used here.");
        } else if (isTooLarge(request.request())) {
            problems.end(request, "content-too-large", "A JSON body may have 64 kB, a batch or an image 2 MB.");
        } else if (isForeign(request.request())) {
            problems.end(request, "wrong-origin", "A change must come from a page of this installation.");
        } else {
            request.next();
        }
    }

    static boolean isTrick(String uri) {
        int query = uri.indexOf('?');
        String path = (query < 0 ? uri : uri.substring(0, query)).toLowerCase(Locale.ROOT);
        return TRICKS.stream().anyMatch(path::contains) || path.endsWith("/.") || path.endsWith("/..");
    }

    /** What does not say its length is cut off by the server's own limit. */
    private static boolean isTooLarge(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        boolean isJson = request.path().startsWith("/api/") && !request.path().endsWith("/batch") && !isImage(request);
        long limit = isJson ? LARGEST_JSON : LARGEST_BATCH;
        return length != null && (length.length() > 18 || Long.parseLong(length) > limit);
    }

    private static boolean isImage(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.startsWith("image/");
    }

    /** Only a session cookie is sent along by a browser unasked; an API key is not. */
    private boolean isForeign(HttpServerRequest request) {
        if (SAFE.contains(request.method()) || request.getCookie(sessionCookie) == null) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || !isOwn(request, origin);
    }

    private boolean isOwn(HttpServerRequest request, String origin) {
        try {
            URI from = URI.create(origin);
            return sameHost(from, publicAddress)
                    || from.getAuthority() != null
                            && from.getAuthority().equals(request.authority().toString());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean sameHost(URI a, URI b) {
        return a.getAuthority() != null
                && a.getAuthority().equals(b.getAuthority())
                && a.getScheme().equals(b.getScheme());
    }
}
