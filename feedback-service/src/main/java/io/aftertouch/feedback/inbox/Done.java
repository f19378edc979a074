package io.aftertouch.feedback.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.aftertouch.feedback.review.BulkStep;

/** What was just done with several cases, as the address says, so that it can be told and undone. */
record Done(BulkStep step, List<UUID> cases) {

    private static final int MOST = 50;

    /** @return null when nothing was done */
    static Done of(String step, String cases) {
        Optional<BulkStep> known = Arrays.stream(BulkStep.values())
                .filter(one -> one.name().equals(step))
                .findFirst();
        List<UUID> ids = cases == null
                ? List.of()
                : Arrays.stream(cases.split(",", MOST + 1))
                        .limit(MOST)
                        .map(Done::id)
                        .flatMap(Optional::stream)
                        .toList();
        return known.isEmpty() || ids.isEmpty() ? null : new Done(known.get(), ids);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** "done=TAKE&on=…". */
    String query() {
        return "done=" + step + "&on=" + cases.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /** "3 cases taken." */
    public String words() {
        return (cases.size() == 1 ? "1 case " : cases.size() + " cases ") + step.done() + ".";
    }

    public boolean canBeUndone() {
        return step != BulkStep.UNDO && step != BulkStep.WAKE;
    }
}
