package io.aftertouch.survey;

import io.aftertouch.platform.secret.ProductionStart;
import io.aftertouch.platform.secret.SecretSetting;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program: whom to ask, and why not. */
@QuarkusMain
public final class SurveyService {

    private SurveyService() {}

    public static void main(String... arguments) {
        ProductionStart.run(
                arguments,
                SecretSetting.key("aftertouch.respondent-key"),
                SecretSetting.key("aftertouch.token-key"),
                SecretSetting.optionalKey("aftertouch.bootstrap.api-key"),
                SecretSetting.passwordOf("aftertouch.mail.username", "aftertouch.mail.password"),
                SecretSetting.optionalKey("aftertouch.webhook-channel.secret"));
    }
}
