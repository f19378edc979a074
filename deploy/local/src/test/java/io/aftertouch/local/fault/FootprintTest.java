package io.aftertouch.local.fault;

import java.util.List;
import java.util.Map;

import io.aftertouch.local.fault.Doors.Service;
import io.aftertouch.local.fault.Violation.Invariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that holds more and more is named. */
class FootprintTest {

    private static final Footprint BEFORE = new Footprint(7, 60, 50, 100, 5);

    @Test
    void whatGrowsALittleIsNoLeak() {
        assertThat(leaks(new Footprint(7, 80, 60, 120, 12))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"150, 50, 100, 5", "60, 90, 100, 5", "60, 50, 180, 5", "60, 50, 100, 40"})
    void whatGrowsMuchIsALeak(long heap, long threads, long files, long connections) {
        assertThat(leaks(new Footprint(7, heap, threads, files, connections)))
                .singleElement()
                .satisfies(leak -> assertThat(leak.invariant()).isEqualTo(Invariant.V12))
                .satisfies(leak -> assertThat(leak.what()).startsWith("score-service has grown from"));
    }

    @Test
    void aServiceThatWasRestartedHidesWhatItHeld() {
        assertThat(leaks(new Footprint(8, 60, 50, 100, 5)))
                .extracting(Violation::what)
                .containsExactly("score-service was restarted in between: process 7, then 8");
    }

    @Test
    void whatIsUsedOfBothGenerationsIsAddedUp() {
        assertThat(Footprint.megabytes("""
                20410:
                DefNew     total 9792K, used 2246K [0x00000000f0000000, 0x00000000f0aa0000, 0x00000000f5550000)
                 eden space 8704K,  20% used [0x00000000f0000000, 0x00000000f01c82f0, 0x00000000f0880000)
                Tenured    total 112420K, used 112332K [0x00000000f5550000, 0x00000000fc319000, 0x0000000100000000)
                 the  space 112420K,  99% used [0x00000000f5550000, 0x00000000fc3032a8, 0x00000000fc319000)
                """)).isEqualTo((2246 + 112332) / 1024);
        assertThat(Footprint.megabytes("""
                4711:
                 def new generation   total 9792K, used 2048K [0x00000000f0000000, 0x00000000f0aa0000, 0x00000000f5550000)
                 tenured generation   total 21888K, used 10240K [0x00000000f5550000, 0x00000000fc319000, 0x0000000100000000)
                """)).isEqualTo(12);
    }

    private static List<Violation> leaks(Footprint after) {
        return Footprint.leaks(Map.of(Service.SCORE, BEFORE), Map.of(Service.SCORE, after));
    }
}
