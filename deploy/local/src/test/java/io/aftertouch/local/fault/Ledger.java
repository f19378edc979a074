package io.aftertouch.local.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What was asked of the suite and what it said, call by call: a line is written before each and another one after it. What has a line before and
 * none after it is unknown.
 */
final class Ledger implements AutoCloseable {

    private final Writer lines;
    private final AtomicLong calls = new AtomicLong();
    private final Map<String, Deed> deeds = new ConcurrentHashMap<>();

    private Ledger(Writer lines) {
        this.lines = lines;
    }

    static Ledger in(Path file) {
        try {
            return new Ledger(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that keeps its lines to itself. */
    static Ledger inMemory() {
        return new Ledger(Writer.nullWriter());
    }

    @FunctionalInterface
    interface Call {
        Deed.Result make();
    }

    /** Makes a call for an act, which may have been asked for before. */
    Deed call(Act act, Call call) {
        Deed deed = deeds.computeIfAbsent(act.name(), name -> new Deed(act));
        long number = calls.incrementAndGet();
        write("%d before %s %s %s".formatted(number, Instant.now(), act.name(), hash(act.body())));
        Deed.Result result = call.make();
        write("%d after %s %s".formatted(number, Instant.now(), result.status() == 0 ? "unknown" : result.status()));
        deed.add(result);
        return deed;
    }

    Collection<Deed> deeds() {
        return deeds.values();
    }

    <A extends Act> Stream<Deed> deeds(Class<A> kind) {
        return deeds.values().stream().filter(deed -> kind.isInstance(deed.act()));
    }

    /** How many calls were made. */
    long calls() {
        return calls.get();
    }

    /** Those who are to be forgotten: less can be said of what they did. */
    List<String> leavers() {
        return deeds(Act.Erased.class)
                .map(deed -> ((Act.Erased) deed.act()).ref())
                .toList();
    }

    private synchronized void write(String line) {
        try {
            lines.write(line + "\n");
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String body) {
        if (body == null) {
            return "-";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
