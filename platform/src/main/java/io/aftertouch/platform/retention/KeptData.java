package io.aftertouch.platform.retention;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.UUID;

/**
 * One kind of data about people. It is kept for some time and then forgotten: what tells who it was goes, counts may stay. A feature that keeps
 * something personal has one of these; {@link RetentionRounds} does the rest.
 */
public interface KeptData {

    /** Everything before it has been gone through already; where nothing has, it is this. */
    UUID START = new UUID(0L, 0L);

    /** A short stable name: {@code answers}. */
    String kind();

    /** What it is, as people read it. */
    String what();

    TemporalAmount keptFor();

    /**
     * When the oldest came in that still tells who it was; empty when there is none.
     *
     * @param done what rounds have gone through
     */
    Optional<Instant> oldest(UUID done);

    /**
     * Forgets, within the open transaction, some of what came in before a moment. Doing so twice is doing so once.
     *
     * @param done what rounds have gone through, for data that is gone through in the order of its ids
     */
    Forgotten forgetSome(UUID done, Instant before);

    /**
     * What a step did.
     *
     * @param rows that told who it was, and do no longer
     * @param done from where the next step goes on
     * @param finished whether there is nothing more to forget by now
     */
    record Forgotten(int rows, UUID done, boolean finished) {}
}
