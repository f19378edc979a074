package io.aftertouch.platform.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.aftertouch.platform.id.UuidTime;

/** Data that is gone through in the order of its ids, which is the order in which it came in: they are UUIDv7. */
public abstract class KeptInOrder implements KeptData {

    private static final int SLICE = 200;
    private static final UUID END = new UUID(-1L, -1L);

    @Override
    public final Optional<Instant> oldest(UUID done) {
        return personal(done, END, 1).stream().findFirst().map(UuidTime::of);
    }

    @Override
    public final Forgotten forgetSome(UUID done, Instant before) {
        List<UUID> aged = personal(done, UuidTime.first(before), SLICE);
        if (!aged.isEmpty()) {
            forget(aged);
        }
        return aged.size() < SLICE
                ? new Forgotten(aged.size(), aged.isEmpty() ? done : aged.getLast(), true)
                : new Forgotten(aged.size(), aged.getLast(), false);
    }

    /**
     * What tells who it was, in the order of the ids.
     *
     * @param after exclusive
     * @param before exclusive
     */
    protected abstract List<UUID> personal(UUID after, UUID before, int limit);

    /** Forgets these, within the open transaction. */
    protected abstract void forget(List<UUID> ids);
}
