package io.aftertouch.feedback;

import java.io.IOException;

import io.aftertouch.platform.testing.ProblemSlugs;
import io.aftertouch.platform.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsBuiltAsItShouldBe() {
        ServiceArchitecture.check("io.aftertouch.feedback");
    }

    @Test
    void everyProblemIsExplained() throws IOException {
        ProblemSlugs.checkAllExplained();
    }
}
