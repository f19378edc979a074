package io.aftertouch.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.aftertouch.local.fault.Violation.Invariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The table grows by a row for each fault, and what stands around it stays. */
class FaultReportTest {

    @TempDir
    private Path folder;

    @Test
    void eachFaultHasItsLastRow() throws IOException {
        Path file = folder.resolve("faults.md");
        Files.writeString(file, """
                # Faults

                | fault | violations | ready after | calls | tried |
                | --- | ---: | ---: | ---: | --- |
                | flood | 3 | 1.0 s | 10 | long ago |

                After it.
                """);

        new FaultReport(file, "today").write(outcome("fire", List.of()));
        new FaultReport(file, "today").write(outcome("flood", List.of(new Violation(Invariant.V1, "lost"))));

        assertThat(file).hasContent("""
                # Faults

                | fault | violations | ready after | calls | tried |
                | --- | ---: | ---: | ---: | --- |
                | flood | 1 | 2.5 s | 1,234 | today |
                | fire | 0 | 2.5 s | 1,234 | today |

                After it.
                """);
    }

    private static Trial.Outcome outcome(String fault, List<Violation> violations) {
        return new Trial.Outcome(fault, 1_234, Duration.ofMillis(2_500), violations);
    }
}
