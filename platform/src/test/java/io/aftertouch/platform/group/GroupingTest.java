package io.aftertouch.platform.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GroupingTest {

    private final BlockingQueue<List<Integer>> done = new LinkedBlockingQueue<>();

    @Test
    void whatComesMeanwhileIsDoneTogetherAndInOrder() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        var grouping = new Grouping<Integer>("test", 4, 100, group -> {
            busy.countDown();
            await(goOn);
            done.add(group);
        });
        grouping.start(1);
        grouping.offer(0);
        busy.await();
        IntStream.rangeClosed(1, 6).forEach(grouping::offer);
        goOn.countDown();
        assertThat(grouping.stop(Duration.ofSeconds(10))).isEmpty();
        assertThat(done).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6));
    }

    @Test
    void moreThanMayWaitIsNotTaken() throws InterruptedException {
        var grouping = new Grouping<Integer>("test", 4, 2, done::add);
        assertThat(grouping.offer(1)).isTrue();
        assertThat(grouping.offer(2)).isTrue();
        assertThat(grouping.offer(3)).isFalse();
        assertThat(grouping.stop(Duration.ofSeconds(1))).containsExactly(1, 2);
    }

    @Test
    void afterAStopNothingIsTaken() throws InterruptedException {
        var grouping = new Grouping<Integer>("test", 4, 2, done::add);
        grouping.start(2);
        grouping.stop(Duration.ofSeconds(10));
        assertThat(grouping.offer(1)).isFalse();
    }

    @Test
    void aGroupThatFailsHarmsNoOther() throws InterruptedException {
        List<Integer> failed = new ArrayList<>();
        var grouping = new Grouping<Integer>("test", 1, 10, group -> {
            if (group.contains(1)) {
                failed.addAll(group);
                throw new AssertionError("as asked");
            }
            done.add(group);
        });
        grouping.start(1);
        grouping.offer(1);
        grouping.offer(2);
        assertThat(done.poll(10, TimeUnit.SECONDS)).containsExactly(2);
        assertThat(failed).containsExactly(1);
        grouping.stop(Duration.ofSeconds(10));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
