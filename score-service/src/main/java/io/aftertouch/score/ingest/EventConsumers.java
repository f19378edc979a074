package io.aftertouch.score.ingest;

import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.Inbox;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.catalog.CaseChanged;
import io.aftertouch.score.catalog.OpenCases;
import io.aftertouch.score.catalog.SurveyPublished;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.TouchpointSaved;
import io.aftertouch.score.catalog.Touchpoints;
import io.quarkus.arc.All;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes in what the other services announce. Every batch is one transaction with its inbox rows, so that nothing is counted twice;
 * types of events that are not known here are left alone.
 */
@ApplicationScoped
class EventConsumers {

    private final Inbox inbox;
    private final AnswerReading reading;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final OpenCases cases;
    private final List<AnswerFollower> answerFollowers;
    private final List<EventFollower> eventFollowers;

    EventConsumers(
            Inbox inbox,
            AnswerReading reading,
            Touchpoints touchpoints,
            SurveyVersions surveys,
            OpenCases cases,
            @All List<AnswerFollower> answerFollowers,
            @All List<EventFollower> eventFollowers) {
        this.inbox = inbox;
        this.reading = reading;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.cases = cases;
        this.answerFollowers = answerFollowers;
        this.eventFollowers = eventFollowers;
    }

    @Incoming("responses")
    @Blocking
    void responses(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> {
            List<AnswerChange> changes = events.stream().flatMap(reading::read).toList();
            if (!changes.isEmpty()) {
                answerFollowers.forEach(follower -> follower.follow(changes));
            }
            tell(events);
        });
    }

    @Incoming("invitations")
    @Blocking
    void invitations(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, this::tell);
    }

    @Incoming("touchpoints")
    @Blocking
    void touchpoints(ConsumerRecords<String, byte[]> messages) {
        applyEach(messages, "touchpoint.saved", event -> touchpoints.save(event.as(TouchpointSaved.class)));
    }

    @Incoming("surveys")
    @Blocking
    void surveys(ConsumerRecords<String, byte[]> messages) {
        applyEach(messages, "survey.published", event -> surveys.save(event.as(SurveyPublished.class)));
    }

    @Incoming("cases")
    @Blocking
    void cases(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> {
            each(events, "case.", event -> cases.save(event.as(CaseChanged.class)));
            tell(events);
        });
    }

    private void applyEach(ConsumerRecords<String, byte[]> messages, String type, Consumer<ReceivedEvent> effect) {
        inbox.apply(messages, events -> each(events, type, effect));
    }

    private static void each(List<ReceivedEvent> events, String type, Consumer<ReceivedEvent> effect) {
        events.stream().filter(event -> event.type().startsWith(type)).forEach(effect);
    }

    private void tell(List<ReceivedEvent> events) {
        eventFollowers.forEach(follower -> follower.hear(events));
    }
}
