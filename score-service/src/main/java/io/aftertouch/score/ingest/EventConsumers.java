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
    private final AnswerEvents answers;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final OpenCases cases;
    private final List<EventFollower> followers;

    EventConsumers(
            Inbox inbox,
            AnswerEvents answers,
            Touchpoints touchpoints,
            SurveyVersions surveys,
            OpenCases cases,
            @All List<EventFollower> followers) {
        this.inbox = inbox;
        this.answers = answers;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.cases = cases;
        this.followers = followers;
    }

    @Incoming("responses")
    @Blocking
    void responses(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, answers::take);
    }

    @Incoming("invitations")
    @Blocking
    void invitations(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, this::tell);
    }

    @Incoming("decisions")
    @Blocking
    void decisions(ConsumerRecords<String, byte[]> messages) {
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
        followers.forEach(follower -> follower.hear(events));
    }
}
