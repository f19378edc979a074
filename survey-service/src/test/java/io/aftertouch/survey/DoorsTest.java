package io.aftertouch.survey;

import java.io.IOException;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.intruder.AccessMatrix;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Who may do what, door by door. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class DoorsTest {

    @Test
    void everyDoorOpensToWhomTheDocumentSaysAndToNobodyElse() throws IOException {
        AccessMatrix.check("survey-service", "io.aftertouch.survey");
    }
}
