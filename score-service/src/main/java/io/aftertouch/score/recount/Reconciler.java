package io.aftertouch.score.recount;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.inbox.Inbox;
import io.aftertouch.platform.retry.SqlFailures;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.ingest.AnswerEvents;
import io.aftertouch.score.tally.Tallies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/**
 * Proves that the tallies are what the answers come to, part by part, and puts right what is not: lost events are applied as if they had come, and
 * wrong counts get what is missing, in one transaction per part. Tallies that are gone altogether are built again this way, and what single respondents
 * answered where somebody asks for that. Whoever reads
 * meanwhile sees a part as it was or as it should be. It goes on where it was when it is interrupted, on any instance.
 */
@ApplicationScoped
class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final int LONGEST_FAILURE = 500;

    private final RunTable runs;
    private final FeedbackAnswers feedback;
    private final Comparing comparing;
    private final Remembering remembering;
    private final Tallies tallies;
    private final Touchpoints touchpoints;
    private final Inbox inbox;
    private final AnswerEvents answers;
    private final RecountConfig config;
    private final Clock clock;
    private final Ids ids;

    Reconciler(
            RunTable runs,
            FeedbackAnswers feedback,
            Comparing comparing,
            Remembering remembering,
            Tallies tallies,
            Touchpoints touchpoints,
            Inbox inbox,
            AnswerEvents answers,
            RecountConfig config,
            Clock clock,
            Ids ids) {
        this.runs = runs;
        this.feedback = feedback;
        this.comparing = comparing;
        this.remembering = remembering;
        this.tallies = tallies;
        this.touchpoints = touchpoints;
        this.inbox = inbox;
        this.answers = answers;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    @Scheduled(cron = "${aftertouch.recount.at:0 20 3 * * ?}")
    void everyNight() {
        runs.forgetBefore(clock.instant().minus(config.keep()));
        runs.open(Run.asked(ids.next(), clock.instant(), Run.NIGHTLY, null, null, config.mostRepaired()));
    }

    /** Works on the recount that is open, if nobody else does. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        UUID holder = ids.next();
        runs.take(holder, clock.instant()).ifPresent(run -> work(run, holder));
    }

    private void work(Run run, UUID holder) {
        try {
            if (recount(run, holder)) {
                runs.close(run.id(), holder, Run.State.DONE, null, clock.instant());
            }
        } catch (RuntimeException e) {
            if (SqlFailures.isOutage(e) || SqlFailures.isConflict(e)) {
                LOG.warnf("A recount goes on in a moment: %s", SqlFailures.describe(e));
                letGo(run, holder);
            } else {
                LOG.warnf(e, "A recount failed");
                runs.close(run.id(), holder, Run.State.FAILED, shortened(e.getMessage()), clock.instant());
            }
        }
    }

    /** @return false when somebody else has it by now */
    private boolean recount(Run run, UUID holder) {
        SortedSet<Part> parts = parts(run);
        Run.Progress progress = run.progress().of(parts.size());
        for (Part part : parts) {
            if (run.isPast(part)) {
                continue;
            }
            Optional<Run.Progress> after = check(run, holder, part, progress);
            if (after.isEmpty()) {
                return false;
            }
            progress = after.get();
        }
        if (progress.countsOff() > 0) {
            LOG.warnf(
                    "A recount found %d wrong counts in %d tallies and put %d right",
                    progress.countsOff(), progress.differences(), progress.countsRepaired());
        }
        return true;
    }

    /** Whatever has answers, here or there, and the sums over all touchpoints in the same months. */
    private SortedSet<Part> parts(Run run) {
        SortedSet<Part> parts = new TreeSet<>(feedback.parts());
        var months = tallies.months();
        for (Touchpoint touchpoint : touchpoints.all()) {
            months.getOrDefault(touchpoint.id(), new TreeSet<>())
                    .forEach(month -> parts.add(new Part(touchpoint.key(), month)));
        }
        parts.removeIf(part -> !run.concerns(part));
        parts.addAll(parts.stream().map(part -> Part.anywhere(part.month())).toList());
        return parts;
    }

    private Optional<Run.Progress> check(Run run, UUID holder, Part part, Run.Progress before) {
        Comparison comparison = comparing.of(part);
        int caughtUp = run.repairs() ? catchUp(comparison) : 0;
        boolean repairs = before.countsRepaired() + comparison.off() <= run.mostRepaired();
        long restored = run.respondents() && !part.isAnywhere() ? remembering.restore(part) : 0;
        Run.Progress after = before.with(comparison, caughtUp, repairs, restored);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!runs.advance(run.id(), holder, part, after, clock.instant())) {
                return Optional.empty();
            }
            if (repairs) {
                tallies.correct(comparison.correction(), comparison.facets());
            }
            runs.keep(run.id(), before.differences(), comparison.differences(), repairs);
            return Optional.of(after);
        });
    }

    /** One by one: an event that cannot be applied keeps no other from it, and stays under way. */
    private int catchUp(Comparison comparison) {
        int applied = 0;
        for (var event : comparison.lost()) {
            try {
                inbox.catchUp(List.of(event), answers::take);
                applied++;
            } catch (RuntimeException e) {
                if (SqlFailures.isOutage(e) || SqlFailures.isConflict(e)) {
                    throw e;
                }
                LOG.warnf(e, "The lost event %s cannot be applied", event.id());
            }
        }
        return applied;
    }

    private void letGo(Run run, UUID holder) {
        try {
            runs.letGo(run.id(), holder);
        } catch (RuntimeException e) {
            LOG.debugf("It is let go when its time is over: %s", SqlFailures.describe(e));
        }
    }

    private static String shortened(String reason) {
        String text = String.valueOf(reason);
        return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE);
    }
}
