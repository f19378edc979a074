package io.aftertouch.score.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.ingest.EventFollower;
import io.aftertouch.score.news.News;
import io.aftertouch.score.news.NewsDesk;
import io.aftertouch.score.webhook.Receiver;
import io.aftertouch.score.webhook.Receivers;

/**
 * Writes a message for each webhook that wants to know of an event, in the transaction that remembers the event: none is lost, and none is
 * written twice.
 */
@ApplicationScoped
class NewsFollower implements EventFollower {

    private final Receivers receivers;
    private final NewsDesk desk;
    private final Messages messages;
    private final Event<MessagesWritten> written;
    private final Ids ids;
    private final Clock clock;

    NewsFollower(
            Receivers receivers,
            NewsDesk desk,
            Messages messages,
            Event<MessagesWritten> written,
            Ids ids,
            Clock clock) {
        this.receivers = receivers;
        this.desk = desk;
        this.messages = messages;
        this.written = written;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void hear(List<ReceivedEvent> events) {
        List<Receiver> listening = receivers.listening();
        if (listening.isEmpty()) {
            return;
        }
        List<Messages.Draft> drafts = new ArrayList<>();
        for (ReceivedEvent event : events) {
            Optional<News> news = desk.read(event);
            news.ifPresent(told -> drafts.addAll(drafts(event, told, listening)));
        }
        if (!drafts.isEmpty()) {
            messages.write(drafts);
            written.fire(new MessagesWritten());
        }
    }

    private List<Messages.Draft> drafts(ReceivedEvent event, News news, List<Receiver> listening) {
        List<Receiver> interested =
                listening.stream().filter(receiver -> receiver.wants(news)).toList();
        if (interested.isEmpty()) {
            return List.of();
        }
        String payload = desk.standard(news);
        Instant now = clock.instant();
        return interested.stream()
                .map(receiver -> new Messages.Draft(
                        ids.next(), receiver.id(), event.id(), event.type(), news.about(), payload, now, Instant.EPOCH))
                .toList();
    }
}
