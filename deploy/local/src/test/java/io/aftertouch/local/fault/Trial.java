package io.aftertouch.local.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** Faults in a suite at work, one after the other, and after each of them the whole reckoning. */
final class Trial {

    private static final Duration UNTIL_QUIET = Duration.ofSeconds(120);

    private final Stage stage;
    private final Scene scene;
    private final Ledger ledger;
    private final StateReader reader;
    private final Pace pace;
    private final Set<Violation> known = new HashSet<>();
    private final Set<UUID> knownCases = ConcurrentHashMap.newKeySet();
    private int secondCopies;

    /**
     * How hard clients work.
     *
     * @param pause of each after each call
     * @param before how long they work before the fault, and
     * @param after how long after everything is ready again
     * @param leavers how many people are erased in all
     */
    record Pace(int clients, Duration pause, Duration before, Duration after, int leavers) {}

    /**
     * What came of a fault.
     *
     * @param calls how many calls clients made
     * @param ready from the end of the fault until everything was ready again
     */
    record Outcome(String fault, long calls, Duration ready, List<Violation> violations) {}

    Trial(Stage stage, Scene scene, Ledger ledger, Pace pace) {
        this.stage = stage;
        this.scene = scene;
        this.ledger = ledger;
        this.reader = new StateReader(stage.suite(), scene, stage.topics());
        this.pace = pace;
        stage.crowdOf((times, time) -> {
            Load many = load(times * pace.clients(), Duration.ZERO);
            Faults.rest(time);
            many.end();
        });
    }

    private Load load(int clients, Duration pause) {
        return Load.start(scene, stage.doors(), ledger, clients, pause, pace.leavers(), knownCases);
    }

    /** Has a fault happen while clients are at work, waits until it is quiet, and looks at everything that was ever done. */
    Outcome of(Fault fault) throws Exception {
        long calls = ledger.calls();
        Duration ready;
        Load load = load(pace.clients(), pace.pause());
        try {
            Faults.rest(pace.before());
            ready = fault.strike(stage);
            Faults.rest(pace.after());
        } finally {
            load.end();
        }
        secondCopies += fault.secondCopies();
        return new Outcome(fault.name(), ledger.calls() - calls, ready, reckon());
    }

    /** What must not be so and was not so before this fault; if it does not get quiet, what is still on its way is named. */
    private List<Violation> reckon() throws SQLException {
        try {
            await().atMost(UNTIL_QUIET).pollInterval(Duration.ofMillis(300)).until(reader::isQuiet);
        } catch (ConditionTimeoutException stillBusy) {
            System.out.println("It did not get quiet within " + UNTIL_QUIET);
        }
        List<Violation> all = new ArrayList<>(stage.unexpected());
        all.addAll(Checker.check(ledger, reader.read(ledger.leavers()), secondCopies));
        return all.stream().filter(known::add).toList();
    }
}
