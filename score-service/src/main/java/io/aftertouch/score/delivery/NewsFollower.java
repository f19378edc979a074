package io.aftertouch.score.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.crm.ErasedReferences;
import io.aftertouch.score.ingest.EventFollower;
import io.aftertouch.score.news.News;
import io.aftertouch.score.news.NewsDesk;
import io.aftertouch.score.webhook.Receiver;
import io.aftertouch.score.webhook.Receivers;

/**
 * Writes a message for each webhook that wants to know of an event, in the transaction that remembers the event: none is lost, and none is
 * written twice. It comes last, since it keeps whom it names from being erased meanwhile.
 */
@ApplicationScoped
@Priority(-100)
class NewsFollower implements EventFollower {

    /** The property that names somebody, in the events of all topics. */
    private static final String RESPONDENT = "respondentRef";

    private final Receivers receivers;
    private final NewsDesk desk;
    private final ErasedReferences erased;
    private final Messages messages;
    private final Event<MessagesWritten> written;
    private final Ids ids;
    private final Clock clock;

    NewsFollower(
            Receivers receivers,
            NewsDesk desk,
            ErasedReferences erased,
            Messages messages,
            Event<MessagesWritten> written,
            Ids ids,
            Clock clock) {
        this.receivers = receivers;
        this.desk = desk;
        this.erased = erased;
        this.messages = messages;
        this.written = written;
        this.ids = ids;
        this.clock = clock;
    }

    /** News, and the webhooks that want it. */
    private record Wanted(ReceivedEvent event, News news, List<Receiver> by) {

        Optional<String> about() {
            return Optional.ofNullable(news.about());
        }
    }

    @Override
    public void hear(List<ReceivedEvent> events) {
        List<Receiver> listening = receivers.listening();
        if (listening.isEmpty()) {
            return;
        }
        List<Wanted> wanted = events.stream()
                .flatMap(event -> desk.read(event).stream().map(news -> wanted(event, news, listening)))
                .filter(news -> !news.by().isEmpty())
                .toList();
        Set<String> gone = erased.among(
                wanted.stream().flatMap(news -> news.about().stream()).collect(Collectors.toSet()));
        List<Messages.Draft> drafts = wanted.stream()
                .map(news -> news.about().filter(gone::contains).isPresent() ? namingNobody(news) : news)
                .flatMap(news -> drafts(news).stream())
                .toList();
        if (!drafts.isEmpty()) {
            messages.write(drafts);
            written.fire(new MessagesWritten());
        }
    }

    private static Wanted wanted(ReceivedEvent event, News news, List<Receiver> listening) {
        return new Wanted(
                event,
                news,
                listening.stream().filter(receiver -> receiver.wants(news)).toList());
    }

    /** Of somebody who was erased an event may be heard late: it is told without the name. */
    private Wanted namingNobody(Wanted wanted) {
        ReceivedEvent event = wanted.event();
        ObjectNode data = event.data().deepCopy();
        data.putNull(RESPONDENT);
        ReceivedEvent unnamed = new ReceivedEvent(event.id(), event.type(), event.key(), event.time(), data);
        return new Wanted(unnamed, desk.read(unnamed).orElseThrow(), wanted.by());
    }

    private List<Messages.Draft> drafts(Wanted wanted) {
        ReceivedEvent event = wanted.event();
        News news = wanted.news();
        String payload = desk.standard(news);
        Instant now = clock.instant();
        return wanted.by().stream()
                .map(receiver -> new Messages.Draft(
                        ids.next(), receiver.id(), event.id(), event.type(), news.about(), payload, now, Instant.EPOCH))
                .toList();
    }
}
