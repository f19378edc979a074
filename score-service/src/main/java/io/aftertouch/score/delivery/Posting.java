package io.aftertouch.score.delivery;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

import io.aftertouch.platform.webhook.UnsafeTarget;
import io.aftertouch.platform.webhook.WebhookCall;
import io.aftertouch.platform.webhook.WebhookClient;
import io.aftertouch.platform.webhook.WebhookReply;
import io.aftertouch.score.news.NewsDesk;
import io.aftertouch.score.webhook.Receiver;

/** Posts one message, and tells how that went. */
@Singleton
class Posting {

    private static final int GONE = 410;

    private final WebhookClient client;
    private final NewsDesk desk;
    private final DeliveryConfig config;
    private final Clock clock;

    Posting(WebhookClient client, NewsDesk desk, DeliveryConfig config, Clock clock) {
        this.client = client;
        this.desk = desk;
        this.config = config;
        this.clock = clock;
    }

    Attempt post(Parcel parcel) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        try {
            WebhookReply reply = client.post(call(parcel));
            return new Attempt(
                    at,
                    outcome(reply),
                    reply.status(),
                    millisSince(start),
                    reply.body(),
                    reply.rest(clock.instant()).orElse(null));
        } catch (UnsafeTarget e) {
            return new Attempt(at, Outcome.UNSAFE, null, millisSince(start), e.getMessage());
        } catch (UnknownHostException e) {
            return new Attempt(at, Outcome.NO_ANSWER, null, millisSince(start), "The host cannot be found");
        } catch (IOException e) {
            return new Attempt(at, Outcome.NO_ANSWER, null, millisSince(start), String.valueOf(e.getMessage()));
        }
    }

    private WebhookCall call(Parcel parcel) {
        Receiver receiver = parcel.receiver();
        Message message = parcel.message();
        String body =
                switch (receiver.format()) {
                    case STANDARD -> message.payload();
                    case SLACK -> desk.slack(message.payload());
                };
        return new WebhookCall(
                receiver.url(),
                receiver.reach(),
                receiver.secrets(),
                message.eventId().toString(),
                body.getBytes(StandardCharsets.UTF_8),
                config.patience());
    }

    private static Outcome outcome(WebhookReply reply) {
        if (reply.isTaken()) {
            return Outcome.TAKEN;
        }
        return reply.status() == GONE ? Outcome.GONE : Outcome.REFUSED;
    }

    private static int millisSince(long start) {
        return (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
