package io.aftertouch.feedback;

import io.aftertouch.platform.secret.ProductionStart;
import io.aftertouch.platform.secret.SecretSetting;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program: forms, answers and review cases. */
@QuarkusMain
public final class FeedbackService {

    private FeedbackService() {}

    public static void main(String... arguments) {
        ProductionStart.run(
                arguments,
                SecretSetting.key("aftertouch.respondent-key"),
                SecretSetting.optionalKey("aftertouch.reference-key"));
    }
}
