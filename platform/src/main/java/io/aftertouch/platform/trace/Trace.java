package io.aftertouch.platform.trace;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jboss.logging.MDC;

/**
 * What one request or event has led to, in whichever service: log lines and events that follow from it bear its id.
 *
 * @param id 32 hexadecimal digits, the same everywhere
 * @param span 16 hexadecimal digits, of the step that is told of
 */
public record Trace(String id, String span) {

    public static final String HEADER = "traceparent";

    private static final String ID_IN_LOG = "traceId";
    private static final String SPAN_IN_LOG = "spanId";
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final Pattern NOTHING = Pattern.compile("0+");

    /** Reads the header; what is not of its form says nothing. */
    public static Optional<Trace> parse(String header) {
        var parts = FORM.matcher(header == null ? "" : header);
        return parts.matches()
                        && !NOTHING.matcher(parts.group(1)).matches()
                        && !NOTHING.matcher(parts.group(2)).matches()
                ? Optional.of(new Trace(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /** A new one. Its ids are to be told apart, not to be kept secret. */
    public static Trace begin() {
        return new Trace(random(16), random(8));
    }

    /** The next step of the same. */
    public Trace step() {
        return new Trace(id, random(8));
    }

    private static String random(int bytes) {
        byte[] drawn = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** As it is handed on. */
    public String header() {
        return "00-" + id + "-" + span + "-01";
    }

    /** That of what is being done on this thread, or for this request. */
    public static Optional<Trace> current() {
        return MDC.get(ID_IN_LOG) instanceof String id && MDC.get(SPAN_IN_LOG) instanceof String span
                ? Optional.of(new Trace(id, span))
                : Optional.empty();
    }

    /** From now on what is done here belongs to it. */
    void enter() {
        MDC.put(ID_IN_LOG, id);
        MDC.put(SPAN_IN_LOG, span);
    }

    private static void leave() {
        MDC.remove(ID_IN_LOG);
        MDC.remove(SPAN_IN_LOG);
    }

    /** That of a group, if all of it belongs together. */
    public static Optional<Trace> common(Collection<Optional<Trace>> traces) {
        Set<Optional<Trace>> different = Set.copyOf(traces);
        return different.size() == 1 ? different.iterator().next() : Optional.empty();
    }

    /** Does something that belongs to a trace, or to none. */
    public static void within(Optional<Trace> trace, Runnable work) {
        Optional<Trace> before = current();
        trace.ifPresentOrElse(Trace::enter, Trace::leave);
        try {
            work.run();
        } finally {
            before.ifPresentOrElse(Trace::enter, Trace::leave);
        }
    }
}
