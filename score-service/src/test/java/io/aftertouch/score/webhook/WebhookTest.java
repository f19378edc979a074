package io.aftertouch.score.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.aftertouch.score.news.NewsType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Webhook webhook = new Webhook(
            UUID.randomUUID(),
            new WebhookSettings(
                    "CRM",
                    "https://crm.example.com/",
                    Set.of(NewsType.CASE_OPENED),
                    new TreeSet<>(),
                    WebhookFormat.STANDARD,
                    WebhookState.ACTIVE),
            null,
            "admin",
            NOON);

    @Test
    void theFirstSecretSignsAlone() {
        assertThat(webhook.signing(NOON)).containsExactly(1);
    }

    @Test
    void aRotatedSecretSignsUntilTheOverlapIsOver() {
        webhook.rotate(DAY, NOON);

        assertThat(webhook.signing(NOON.plus(DAY).minusNanos(1))).containsExactly(2, 1);
        assertThat(webhook.signing(NOON.plus(DAY))).containsExactly(2);
    }

    @Test
    void whoRotatesAgainWithinTheOverlapEndsNoSecretTooEarly() {
        webhook.rotate(DAY, NOON);
        webhook.rotate(DAY, NOON.plusSeconds(1));

        assertThat(webhook.signing(NOON.plusSeconds(2))).containsExactly(3, 2, 1);
    }

    @Test
    void aMessageNeverHasMoreThanFourSignatures() {
        for (int i = 0; i < 9; i++) {
            webhook.rotate(DAY, NOON);
        }

        assertThat(webhook.signing(NOON)).containsExactly(10, 9, 8, 7);
    }

    @Test
    void withoutAnOverlapTheOldOnesEndAtOnce() {
        webhook.rotate(DAY, NOON);
        webhook.rotate(Duration.ZERO, NOON);

        assertThat(webhook.signing(NOON)).containsExactly(3);
    }
}
