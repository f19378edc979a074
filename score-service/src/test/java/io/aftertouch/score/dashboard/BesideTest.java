package io.aftertouch.score.dashboard;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BesideTest {

    @Test
    void bothPartsAreReadAtOnce() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Supplier<Boolean> part = Beside.read(() -> {
            begun.countDown();
            return isReached(goOn);
        });

        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        goOn.countDown();
        assertThat(part.get()).isTrue();
    }

    @Test
    void whatGoesWrongThereGoesWrongHere() {
        IllegalStateException failure = new IllegalStateException("no database");

        Supplier<String> part = Beside.read(() -> {
            throw failure;
        });

        assertThatThrownBy(part::get).isSameAs(failure);
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
