package io.aftertouch.survey.reply;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.aftertouch.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes the replies that colleagues wrote, to send them. A reply that is told twice is sent once. */
@ApplicationScoped
class ReplyFeed {

    private static final Logger LOG = Logger.getLogger(ReplyFeed.class);

    private final Inbox inbox;
    private final ReplyRepository replies;
    private final Event<RepliesDue> due;
    private final Clock clock;

    ReplyFeed(Inbox inbox, ReplyRepository replies, Event<RepliesDue> due, Clock clock) {
        this.inbox = inbox;
        this.replies = replies;
        this.due = due;
        this.clock = clock;
    }

    @Incoming("replies")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> events.stream()
                .filter(event -> event.type().equals(ReplyWritten.TYPE))
                .map(event -> event.as(ReplyWritten.class))
                .forEach(this::take));
    }

    private void take(ReplyWritten written) {
        if (replies.findByIdOptional(written.id()).isPresent()) {
            return;
        }
        replies.persist(new Reply(written, clock.instant()));
        due.fire(new RepliesDue());
        LOG.infof("Reply %s to case %s waits to be sent", written.id(), written.caseId());
    }
}
