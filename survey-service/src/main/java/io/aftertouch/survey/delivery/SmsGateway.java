package io.aftertouch.survey.delivery;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.webhook.Reach;
import io.aftertouch.platform.webhook.UnsafeTarget;
import io.aftertouch.platform.webhook.WebhookCall;
import io.aftertouch.platform.webhook.WebhookClient;
import io.aftertouch.platform.webhook.WebhookReply;
import io.aftertouch.platform.webhook.WebhookSecret;
import io.aftertouch.survey.mail.Handover;
import io.quarkus.runtime.Startup;

/** Hands text messages over to the gateway of the company: a signed POST each. */
@Startup
@Singleton
class SmsGateway {

    /** The message itself is wrong, or nobody wants it any more. All else may be mended at the gateway. */
    private static final Set<Integer> REFUSED = Set.of(400, 410, 422);

    private final WebhookClient client;
    private final ObjectMapper json;
    private final SmsWordings wordings;
    private final SmsConfig config;
    private final Optional<WebhookSecret> secret;

    /** @throws IllegalStateException when there is a URL and no secret that fits, so that nothing unsigned is ever sent */
    SmsGateway(WebhookClient client, ObjectMapper json, SmsWordings wordings, SmsConfig config) {
        this.client = client;
        this.json = json;
        this.wordings = wordings;
        this.config = config;
        this.secret = config.url().map(url -> secret(config));
    }

    private static WebhookSecret secret(SmsConfig config) {
        try {
            return WebhookSecret.of(config.secret().orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("aftertouch.webhook-channel.secret: " + e.getMessage(), e);
        }
    }

    /**
     * What is posted.
     *
     * @param id the same however often the message is posted
     * @param to the phone number with country code
     * @param text ready to be sent as it is, with both links in it
     */
    record TextMessage(
            String id,
            UUID invitation,
            String to,
            String text,
            URI link,
            URI unsubscribe,
            String locale,
            boolean reminder,
            String survey,
            String touchpoint) {}

    Handover handOver(Dispatch.Text text) {
        if (secret.isEmpty()) {
            return new Handover.NotNow("No gateway is configured (aftertouch.webhook-channel.url)", false);
        }
        try {
            WebhookReply reply = client.post(new WebhookCall(
                    config.url().orElseThrow(),
                    reach(),
                    List.of(secret.get()),
                    text.id(),
                    body(text),
                    config.patience()));
            return judge(reply);
        } catch (IOException e) {
            return new Handover.NotNow("The gateway did not answer: " + e.getMessage(), true);
        } catch (UnsafeTarget e) {
            return new Handover.NotNow(e.getMessage(), true);
        }
    }

    private static Handover judge(WebhookReply reply) {
        int status = reply.status();
        String words = "HTTP " + status;
        if (reply.isTaken()) {
            return new Handover.Taken(words);
        }
        return REFUSED.contains(status) ? new Handover.Refused(words) : new Handover.NotNow(words, status >= 500);
    }

    private Reach reach() {
        return config.allowPrivateNetwork() ? Reach.ANYWHERE : Reach.PUBLIC;
    }

    private byte[] body(Dispatch.Text text) {
        try {
            return json.writeValueAsBytes(new TextMessage(
                    text.id(),
                    text.invitation(),
                    text.to(),
                    wordings.write(text),
                    text.link(),
                    text.unsubscribe(),
                    text.language().tag(),
                    text.reminder(),
                    text.survey(),
                    text.touchpoint()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
