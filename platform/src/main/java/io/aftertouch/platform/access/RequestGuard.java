package io.aftertouch.platform.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.problem.Problems;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses requests before anything else looks at them: addresses that are too long, paths that only serve to get round rules, bodies that are too
 * large, and changes that another site makes with the session of somebody who is signed in here.
 */
@ApplicationScoped
class RequestGuard {

    private static final int BEFORE_AUTHENTICATION = 1000;
    private static final int AFTER_THE_SERVERS_OWN_LIMIT = 1;
    private static final List<String> TRICKS =
            List.of(";", "\\", "//", "%3b", "%2f", "%5c", "%2e", "%00", "/./", "/../");

    /** Nobody encodes a letter or a digit but to have it looked at in one place and not in another. */
    private static final Pattern ENCODED_LETTER = Pattern.compile("%(3[0-9]|[46][1-9a-f]|[57][0-9a])");

    /** The server itself takes twice as much, so that most of what is longer is told why it is refused. */
    private static final int LONGEST_ADDRESS = 8 * 1024;

    private static final long LARGEST_JSON = 64 * 1024;
    private static final long LARGEST_BATCH = 2 * 1024 * 1024;
    private static final String OPEN_ID_SESSION = "q_session";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Problems problems;
    private final LargeBodies largeBodies;
    private final URI publicAddress;
    private final String sessionCookie;

    RequestGuard(
            Problems problems,
            LargeBodies largeBodies,
            @ConfigProperty(name = "aftertouch.public-address") URI publicAddress,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name", defaultValue = "quarkus-credential")
                    String sessionCookie) {
        this.problems = problems;
        this.largeBodies = largeBodies;
        this.publicAddress = publicAddress;
        this.sessionCookie = sessionCookie;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_AUTHENTICATION);
        filters.register(this::limitUnknownLength, AFTER_THE_SERVERS_OWN_LIMIT);
    }

    /** The server's own limit is that of the largest file; a body that does not say its length is cut off where its address ends. */
    private void limitUnknownLength(RoutingContext request) {
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(request.request()));
        request.next();
    }

    private void guard(RoutingContext request) {
        if (request.request().uri().length() > LONGEST_ADDRESS) {
            problems.end(request, "uri-too-long", "An address may have 8 kB, with all that is asked in it.");
        } else if (isTrick(request.request().uri())) {
            problems.end(request, "suspicious-path", "The path holds characters that are not used here.");
        } else if (isTooLarge(request.request())) {
            problems.end(
                    request,
                    "content-too-large",
                    "A JSON body may have 64 kB, a batch or an image 2 MB, a file what the installation allows.");
        } else if (isForeign(request.request())) {
            problems.end(request, "wrong-origin", "A change must come from a page of this installation.");
        } else {
            request.next();
        }
    }

    static boolean isTrick(String uri) {
        int query = uri.indexOf('?');
        String path = (query < 0 ? uri : uri.substring(0, query)).toLowerCase(Locale.ROOT);
        return TRICKS.stream().anyMatch(path::contains)
                || path.endsWith("/.")
                || path.endsWith("/..")
                || ENCODED_LETTER.matcher(path).find();
    }

    private boolean isTooLarge(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && (length.length() > 18 || Long.parseLong(length) > limit(request));
    }

    private long limit(HttpServerRequest request) {
        String path = request.path();
        if (largeBodies.paths().orElse(List.of()).contains(path)) {
            return largeBodies.size().asLongValue();
        }
        return path.startsWith("/api/") && !path.endsWith("/batch") && !isImage(request) ? LARGEST_JSON : LARGEST_BATCH;
    }

    private static boolean isImage(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.startsWith("image/");
    }

    /** Only a session cookie is sent along by a browser unasked; an API key is not. */
    private boolean isForeign(HttpServerRequest request) {
        if (SAFE.contains(request.method()) || !hasSession(request)) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || !isOwn(request, origin);
    }

    /** A session with a provider is kept in one cookie or, when it is large, in several that begin alike. */
    private boolean hasSession(HttpServerRequest request) {
        return request.cookies().stream()
                .map(Cookie::getName)
                .anyMatch(name -> name.equals(sessionCookie) || name.startsWith(OPEN_ID_SESSION));
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
