package io.aftertouch.score;

import java.io.IOException;

import io.aftertouch.platform.testing.ProblemSlugs;
import io.aftertouch.platform.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ScoreServiceTest {

    @Test
    void isBuiltAsTheHouseIs() {
        ServiceArchitecture.check("io.aftertouch.score", "metric");
    }

    @Test
    void explainsEveryProblemThatItNames() throws IOException {
        ProblemSlugs.checkAllExplained();
    }
}
