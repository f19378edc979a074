package io.aftertouch.platform.webhook;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookReplyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 120                           | PT2M",
                "503 | ' 7 '                         | PT7S",
                "503 | Sun, 22 Nov 2026 12:30:00 GMT | PT30M",
                "429 | 999999999                     | PT277777H46M39S",
            })
    void aReceiverSaysHowLongItWantsToBeLeftAlone(int status, String retryAfter, Duration rest) {
        assertThat(new WebhookReply(status, "", retryAfter).rest(NOW)).contains(rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | 120",
                "204 | 120",
                "429 | 0",
                "429 | -5",
                "429 | soon",
                "429 | 99999999999999999999",
                "503 | Sun, 22 Nov 2026 11:30:00 GMT",
                "503 | ''",
            })
    void whatSaysNothingOfThatIsNoWish(int status, String retryAfter) {
        assertThat(new WebhookReply(status, "", retryAfter).rest(NOW)).isEmpty();
    }

    @Test
    void withoutTheHeaderThereIsNoWish() {
        assertThat(new WebhookReply(429, "").rest(NOW)).isEmpty();
    }
}
