package io.aftertouch.survey.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.group.Grouping;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Takes events that come alone, those that come at the same time together: they share what judging and committing costs. */
@ApplicationScoped
class SingleEvents {

    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);

    private final EventIntake intake;
    private final EventConfig config;
    private final Grouping<Pending> waiting;

    SingleEvents(EventIntake intake, EventConfig config) {
        this.intake = intake;
        this.config = config;
        this.waiting = new Grouping<>("event-taker", config.group(), config.waiting(), this::take);
    }

    /** An event, and the promise to say what became of it. */
    private record Pending(ReceiveEvent event, CompletableFuture<Taken> promise) {}

    void start(@Observes StartupEvent event) {
        waiting.start(config.takers());
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        waiting.stop(LONGEST_DRAIN)
                .forEach(pending -> pending.promise().completeExceptionally(new IntakeUnavailable()));
    }

    /**
     * A repeat, also one at the same time, gets what the first one got.
     *
     * @throws IntakeUnavailable when too many wait
     */
    EventAnswer receive(ReceiveEvent event) {
        Pending pending = new Pending(event, new CompletableFuture<>());
        if (!waiting.offer(pending)) {
            throw new IntakeUnavailable();
        }
        return switch (outcome(pending.promise())) {
            case Taken.Accepted accepted -> accepted.answer();
            case Taken.Refused refused -> throw refused.reason();
        };
    }

    private static Taken outcome(CompletableFuture<Taken> promise) {
        try {
            return promise.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    @ActivateRequestContext
    void take(List<Pending> group) {
        try {
            List<Taken> taken =
                    intake.receive(group.stream().map(Pending::event).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).promise().complete(taken.get(i));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(pending -> pending.promise().completeExceptionally(e));
        }
    }
}
