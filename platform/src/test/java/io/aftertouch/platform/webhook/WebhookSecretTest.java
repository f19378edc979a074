package io.aftertouch.platform.webhook;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookSecretTest {

    /** The example of the specification. */
    @Test
    void itSignsAsTheSpecificationSays() {
        String signature = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whatIsSignedIsVerifiedByTheirLibraryAndWhatIsChangedIsNot() throws Exception {
        String secret = WebhookSecret.make(new SecureRandom());
        Instant now = Instant.now();
        String body = "{\"text\":\"Smørrebrød\"}";
        String signature = WebhookSecret.of(secret).sign("id-1", now, body.getBytes(StandardCharsets.UTF_8));
        HttpHeaders headers = headers("id-1", now, signature);
        HttpHeaders ofAnother = headers("id-2", now, signature);
        Webhook receiver = new Webhook(secret);

        assertThatCode(() -> receiver.verify(body, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> receiver.verify(body + " ", headers)).isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> receiver.verify(body, ofAnother)).isInstanceOf(WebhookVerificationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_not base64", "whsec_c2hvcnQ="})
    void aSecretThatIsNoneIsRefusedWithoutBeingRepeated(String written) {
        assertThatThrownBy(() -> WebhookSecret.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2hvcnQ");
    }

    private static HttpHeaders headers(String id, Instant at, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(id),
                        "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
    }
}
