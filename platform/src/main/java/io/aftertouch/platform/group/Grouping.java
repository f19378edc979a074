package io.aftertouch.platform.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.aftertouch.platform.trace.Trace;
import org.jboss.logging.Logger;

/**
 * Does together what comes at the same time: a few threads each take what waits, up to a limit, and hand it on as a group, in the order in which
 * it came. Under low load a group is one item and nothing waits.
 */
public final class Grouping<T> {

    private static final Logger LOG = Logger.getLogger(Grouping.class);

    private record Waiting<T>(T item, Optional<Trace> trace) {}

    private final String name;
    private final int most;
    private final Consumer<List<T>> work;
    private final BlockingQueue<Waiting<T>> waiting;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    /**
     * @param name of the threads
     * @param most how many a group holds at most
     * @param queue how many may wait
     * @param work takes a group; it sees to it that nobody waits for an item in vain, also when it fails
     */
    public Grouping(String name, int most, int queue, Consumer<List<T>> work) {
        this.name = name;
        this.most = most;
        this.work = work;
        this.waiting = new ArrayBlockingQueue<>(queue);
    }

    /** Tells whether the item will be taken; not when too many wait or it has stopped. */
    public boolean offer(T item) {
        // whoever comes while it stops may be too late for the threads, and takes the item back then
        var place = new Waiting<>(item, Trace.current());
        return open && waiting.offer(place) && (open || !waiting.remove(place));
    }

    public void start(int count) {
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name(name + "-" + i).daemon().start(this::run));
        }
    }

    /**
     * Takes nothing more, and finishes what waits.
     *
     * @param longest how long each thread may take for that
     * @return what was left when the time was over
     */
    public List<T> stop(Duration longest) throws InterruptedException {
        open = false;
        for (Thread thread : threads) {
            thread.join(longest);
        }
        List<Waiting<T>> left = new ArrayList<>();
        waiting.drainTo(left);
        return items(left);
    }

    private void run() {
        while (open || !waiting.isEmpty()) {
            try {
                Waiting<T> first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Waiting<T>> group = groupOf(first);
                    Trace.within(
                            Trace.common(group.stream().map(Waiting::trace).toList()),
                            () -> workWhateverHappens(items(group)));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Waiting<T>> groupOf(Waiting<T> first) {
        List<Waiting<T>> group = new ArrayList<>(List.of(first));
        waiting.drainTo(group, most - 1);
        return group;
    }

    private static <T> List<T> items(List<Waiting<T>> group) {
        return group.stream().map(Waiting::item).toList();
    }

    /** No thread ends because of a mistake of ours. */
    private void workWhateverHappens(List<T> group) {
        try {
            work.accept(group);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "A group of %d failed in %s", group.size(), name);
        }
    }
}
