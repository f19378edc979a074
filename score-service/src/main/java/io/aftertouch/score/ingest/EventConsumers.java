package io.aftertouch.score.ingest;

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
    private final ResponseCounting counting;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final OpenCases cases;

    EventConsumers(
            Inbox inbox, ResponseCounting counting, Touchpoints touchpoints, SurveyVersions surveys, OpenCases cases) {
        this.inbox = inbox;
        this.counting = counting;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.cases = cases;
    }

    @Incoming("responses")
    @Blocking
    void responses(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(
                messages,
                events ->
                        counting.count(events.stream().flatMap(CountChange::of).toList()));
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
        applyEach(messages, "case.", event -> cases.save(event.as(CaseChanged.class)));
    }

    private void applyEach(ConsumerRecords<String, byte[]> messages, String type, Consumer<ReceivedEvent> effect) {
        inbox.apply(messages, events -> events.stream()
                .filter(event -> event.type().startsWith(type))
                .forEach(effect));
    }
}
