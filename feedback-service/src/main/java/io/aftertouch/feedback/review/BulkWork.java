package io.aftertouch.feedback.review;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.problem.ProblemException;

/** Takes a step with several cases, each on its own: one that is refused keeps no other from it. */
@ApplicationScoped
public class BulkWork {

    private final CaseWork work;

    BulkWork(CaseWork work) {
        this.work = work;
    }

    /**
     * What became of one case.
     *
     * @param refusal why nothing was done; null when it was
     */
    public record Result(UUID id, ProblemException refusal) {

        public boolean isDone() {
            return refusal == null;
        }
    }

    /** @return a result for each different case, in their order */
    public List<Result> each(Collection<UUID> cases, String who, BulkWish wish) {
        Consumer<UUID> step = step(who, wish);
        return new LinkedHashSet<>(cases).stream().map(id -> attempt(id, step)).toList();
    }

    private Consumer<UUID> step(String who, BulkWish wish) {
        return switch (wish.step()) {
            case TAKE -> id -> work.take(id, who, null);
            case RELEASE -> id -> work.release(id, who, null);
            case ASSIGN -> id -> work.assign(id, who, wish.assignee(), null);
            case SNOOZE -> id -> work.snooze(id, who, wish.until(), null);
            case WAKE -> id -> work.wake(id, who, null);
            case SPAM -> id -> work.markAsSpam(id, who, null);
            case RESOLVE -> id -> work.resolve(id, who, wish.reason(), wish.rootCause(), null);
            case REOPEN -> id -> work.reopen(id, who, null);
            case UNDO -> id -> work.undo(id, who, null);
        };
    }

    private static Result attempt(UUID id, Consumer<UUID> step) {
        try {
            step.accept(id);
            return new Result(id, null);
        } catch (ProblemException e) {
            return new Result(id, e);
        }
    }
}
