package io.aftertouch.score;

import io.aftertouch.platform.secret.ProductionStart;
import io.aftertouch.platform.secret.SecretSetting;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program: scores, and where they turn bad. */
@QuarkusMain
public final class ScoreService {

    private ScoreService() {}

    public static void main(String... arguments) {
        ProductionStart.run(
                arguments, SecretSetting.key("aftertouch.respondent-key"), SecretSetting.key("aftertouch.webhook.key"));
    }
}
