package io.aftertouch.survey;

import java.io.IOException;

import io.aftertouch.platform.testing.ProblemSlugs;
import io.aftertouch.platform.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class SurveyServiceArchitectureTest {

    @Test
    void theServiceIsBuiltAsAgreed() {
        ServiceArchitecture.check("io.aftertouch.survey", "judging");
    }

    @Test
    void everyProblemIsExplained() throws IOException {
        ProblemSlugs.checkAllExplained();
    }
}
