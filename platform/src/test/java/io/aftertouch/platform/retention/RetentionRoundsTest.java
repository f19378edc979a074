package io.aftertouch.platform.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import jakarta.inject.Inject;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.id.UuidTime;
import io.aftertouch.platform.retention.KeptData.Forgotten;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind is gone through by one at a time, and from where the one before came to. */
@QuarkusTest
@RealInfrastructureTest
class RetentionRoundsTest {

    private static final UUID HALF_WAY = new UUID(1, 1);
    private static final UUID THROUGH = new UUID(2, 2);

    private final List<UUID> startedFrom = new ArrayList<>();

    @Inject
    RetentionRounds rounds;

    @Inject
    RetentionTable table;

    @Inject
    Clock clock;

    @Inject
    Ids ids;

    @Test
    void oneThatIsUnderWayIsLeftAlone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        KeptData slow = kind(done -> {
            begun.countDown();
            await(goOn);
            return new Forgotten(3, THROUGH, true);
        });
        var first = CompletableFuture.supplyAsync(() -> rounds.goThrough(slow, clock.instant()));
        await(begun);

        assertThat(rounds.goThrough(slow, clock.instant())).isFalse();

        goOn.countDown();
        assertThat(first.get()).isTrue();
        assertThat(startedFrom).containsExactly(KeptData.START);
        assertThat(table.progress(slow.kind()).orElseThrow().forgotten()).isEqualTo(3);
    }

    @Test
    void whatIsInterruptedGoesOnFromThereWhenTheLeaseIsOver() {
        KeptData broken = kind(done -> {
            if (done.equals(KeptData.START)) {
                return new Forgotten(5, HALF_WAY, false);
            }
            if (startedFrom.size() < 3) {
                throw new IllegalStateException("as a crash would");
            }
            return new Forgotten(2, THROUGH, true);
        });
        Instant now = clock.instant();

        assertThat(rounds.goThrough(broken, now)).isFalse();
        assertThat(rounds.goThrough(broken, now.plusSeconds(5)))
                .as("its lease holds")
                .isFalse();
        assertThat(rounds.goThrough(broken, now.plus(Duration.ofMinutes(3)))).isTrue();

        assertThat(startedFrom).containsExactly(KeptData.START, HALF_WAY, HALF_WAY);
        assertThat(table.progress(broken.kind()).orElseThrow().forgotten())
                .as("of the whole round")
                .isEqualTo(7);
        assertThat(table.progress(broken.kind()).orElseThrow().done()).isEqualTo(THROUGH);
    }

    @Test
    void itsTimeStandsInAnId() {
        UUID id = ids.next();
        Instant at = UuidTime.of(id);
        assertThat(at).isBetween(clock.instant().minusSeconds(5), clock.instant());
        assertThat(id.getMostSignificantBits())
                .isBetween(
                        UuidTime.first(at).getMostSignificantBits(),
                        UuidTime.first(at.plusMillis(1)).getMostSignificantBits() - 1);
    }

    private KeptData kind(Function<UUID, Forgotten> step) {
        String name = "test-" + ids.next();
        return new KeptData() {
            @Override
            public String kind() {
                return name;
            }

            @Override
            public String what() {
                return "Something of a test";
            }

            @Override
            public TemporalAmount keptFor() {
                return Period.ofDays(1);
            }

            @Override
            public Optional<Instant> oldest(UUID done) {
                return Optional.empty();
            }

            @Override
            public Forgotten forgetSome(UUID done, Instant before) {
                startedFrom.add(done);
                return step.apply(done);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
