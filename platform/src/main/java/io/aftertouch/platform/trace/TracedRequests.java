package io.aftertouch.platform.trace;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/** Every request belongs to a trace, its caller's or a new one, and has an id that its answer bears: who asks us about it can name it. */
@ApplicationScoped
class TracedRequests {

    private static final int BEFORE_EVERYTHING = 3000;
    private static final String HEADER = "X-Request-Id";
    private static final String ID_IN_LOG = "requestId";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(TracedRequests::begin, BEFORE_EVERYTHING);
    }

    private static void begin(RoutingContext request) {
        Trace trace = Trace.parse(request.request().getHeader(Trace.HEADER))
                .map(Trace::step)
                .orElseGet(Trace::begin);
        String id = Optional.ofNullable(request.request().getHeader(HEADER))
                .filter(sent -> PLAIN.matcher(sent).matches())
                .orElse(trace.span());
        trace.enter();
        MDC.put(ID_IN_LOG, id);
        request.response().putHeader(HEADER, id);
        request.next();
    }
}
