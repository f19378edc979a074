package io.aftertouch.score.delivery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.score.news.NewsDesk;
import io.aftertouch.score.webhook.Receiver;
import io.aftertouch.score.webhook.Receivers;
import io.aftertouch.score.webhook.WebhookState;

/** Takes messages to post them and writes down what became of them: a transaction before the post and one after it, none around it. */
@ApplicationScoped
class Delivering {

    private final Receivers receivers;
    private final Messages messages;
    private final Attempts attempts;
    private final NewsDesk desk;
    private final DeliveryConfig config;
    private final Ids ids;
    private final Clock clock;
    private final RetrySchedule schedule = new RetrySchedule(new SecureRandom());

    Delivering(
            Receivers receivers,
            Messages messages,
            Attempts attempts,
            NewsDesk desk,
            DeliveryConfig config,
            Ids ids,
            Clock clock) {
        this.receivers = receivers;
        this.messages = messages;
        this.attempts = attempts;
        this.desk = desk;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** The webhooks for which something is due. */
    List<UUID> webhooksWithDue() {
        return messages.webhooksWithDue(clock.instant());
    }

    /** How many messages are due for a webhook; counted up to a limit. */
    int due(UUID webhook, int limit) {
        return messages.due(webhook, limit, clock.instant());
    }

    /** Takes the message of a webhook that has been due the longest; empty when none is, the webhook is not active, or its receiver rests. */
    @RetryOnConflict
    @Transactional
    Optional<Parcel> take(UUID webhook) {
        Instant now = clock.instant();
        Optional<Receiver> receiver = receivers
                .find(webhook)
                .filter(found -> found.state() == WebhookState.ACTIVE && !attempts.isResting(webhook, now));
        return receiver.flatMap(
                to -> messages.lockDue(webhook, now).map(message -> leased(message, to, now.plus(config.lease()))));
    }

    private Parcel leased(Message message, Receiver receiver, Instant until) {
        messages.lease(message.id(), until);
        return new Parcel(message, receiver, until);
    }

    /** Writes a test message that is posted by whoever called this, whatever the webhook's state. */
    @RetryOnConflict
    @Transactional
    Parcel takeTest(UUID webhook) {
        Receiver receiver = receivers.find(webhook).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        Instant until = now.plus(config.lease());
        UUID event = ids.next();
        messages.write(List.of(new Messages.Draft(
                ids.next(), webhook, event, NewsDesk.TEST, null, desk.test(webhook, now), now, until)));
        return new Parcel(messages.find(webhook, event).orElseThrow(), receiver, until);
    }

    /** What became of a message. */
    @RetryOnConflict
    @Transactional
    void writeDown(Parcel parcel, Attempt attempt) {
        attempts.add(parcel.message(), attempt);
        switch (attempt.outcome()) {
            case TAKEN -> messages.delivered(parcel.message().id());
            case GONE -> {
                messages.failed(parcel);
                disable(parcel.message().webhook(), "The receiver answered 410: it wants nothing any more.");
            }
            case REFUSED, NO_ANSWER, UNSAFE -> tryAgain(parcel, attempt);
        }
    }

    private void tryAgain(Parcel parcel, Attempt attempt) {
        Instant now = clock.instant();
        Optional<Duration> pause = schedule.pauseAfter(parcel.message().tries() + 1);
        Optional<Duration> rest =
                Optional.ofNullable(attempt.rest()).map(asked -> shorter(asked, config.longestRest()));
        rest.ifPresent(asked -> attempts.rest(parcel.message().webhook(), now.plus(asked)));
        if (pause.isPresent()) {
            messages.postpone(
                    parcel,
                    now.plus(rest.map(asked -> longer(asked, pause.get())).orElse(pause.get())));
        } else {
            messages.failed(parcel);
            disableIfNothingArrives(parcel.message().webhook(), attempt);
        }
    }

    /** A message is given up after three days; the webhook is when nothing at all has arrived for longer. */
    private void disableIfNothingArrives(UUID webhook, Attempt last) {
        if (attempts.isFailingSince(webhook, clock.instant().minus(config.disableAfter()))) {
            disable(
                    webhook,
                    "Nothing has arrived for " + config.disableAfter().toDays() + " days; the last attempt: "
                            + shortened(last.words()) + ".");
        }
    }

    private void disable(UUID webhook, String reason) {
        if (receivers.disable(webhook, reason)) {
            messages.failAllWaiting(webhook);
            attempts.startAnew(webhook);
        }
    }

    /** A test is tried once. */
    @RetryOnConflict
    @Transactional
    void writeDownTest(Parcel parcel, Attempt attempt) {
        if (attempt.outcome() == Outcome.TAKEN || attempt.outcome() == Outcome.GONE) {
            writeDown(parcel, attempt);
        } else {
            attempts.add(parcel.message(), attempt);
            messages.failed(parcel);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String shortened(String words) {
        return words.length() > 150 ? words.substring(0, 150) + "…" : words;
    }
}
