package io.aftertouch.feedback;

import java.io.IOException;

import io.aftertouch.platform.testing.OpenApiDrift;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructureTest
class OpenApiTest {

    @Test
    void theCommittedContractIsWhatIsServed() throws IOException {
        OpenApiDrift.check("feedback-service");
    }
}
