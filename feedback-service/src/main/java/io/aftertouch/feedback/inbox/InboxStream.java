package io.aftertouch.feedback.inbox;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.feedback.review.CaseState;
import io.aftertouch.feedback.review.CaseStep;
import io.aftertouch.feedback.review.Step;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What happens in the inbox, as it happens. The id of each event is its number in the history, by which a browser that lost the connection asks for
 * what it missed. A connection ends after some minutes, so that whoever may no longer listen does not; browsers come back by themselves.
 */
@Path("/inbox/stream")
class InboxStream {

    private static final long RECONNECT_MILLIS = 2_000;

    private final CaseFeed feed;
    private final StreamConfig config;
    private final ObjectMapper json;

    InboxStream(CaseFeed feed, StreamConfig config, ObjectMapper json) {
        this.feed = feed;
        this.config = config;
        this.json = json;
    }

    /** What is told of a step: enough to count and to look it up, nothing of the answer. */
    record StepTold(UUID caseId, Step step, CaseState state) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(@HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        var hello = new CompletableFuture<OutboundSseEvent>();
        var steps = feed.steps(number(lastEventId), () -> hello.complete(comment(sse, "listening")))
                .map(step -> event(sse, step));
        var heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(config.heartbeat())
                .every(config.heartbeat())
                .map(tick -> comment(sse, "still here"));
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().completionStage(hello), steps, heartbeats)
                .select()
                .first(config.lifetime());
    }

    private OutboundSseEvent event(Sse sse, CaseStep step) {
        try {
            return sse.newEventBuilder()
                    .id(Long.toString(step.seq()))
                    .name(step.step().name().toLowerCase(Locale.ROOT))
                    .data(json.writeValueAsString(new StepTold(step.caseId(), step.step(), step.state())))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OutboundSseEvent comment(Sse sse, String text) {
        return sse.newEventBuilder()
                .comment(text)
                .reconnectDelay(RECONNECT_MILLIS)
                .build();
    }

    private static Long number(String lastEventId) {
        return lastEventId != null && lastEventId.matches("[0-9]{1,18}") ? Long.valueOf(lastEventId) : null;
    }
}
