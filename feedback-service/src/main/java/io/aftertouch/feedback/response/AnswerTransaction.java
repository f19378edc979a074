package io.aftertouch.feedback.response;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.feedback.respondent.ErasedReferences;
import io.aftertouch.feedback.respondent.ErasedRespondent;
import io.aftertouch.feedback.response.ResponseTable.Known;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.idempotency.IdempotencyKeys;
import io.aftertouch.platform.idempotency.IdempotencyMismatch;
import io.aftertouch.platform.idempotency.RememberedAnswer;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.trace.Trace;

/**
 * Stores answers that arrived together: answers, what is told of them, what follows from them and the keys of their requests, all in one
 * transaction. Which answers exist already is looked up first, so that a repeat costs no failed insert.
 */
@ApplicationScoped
class AnswerTransaction {

    /** What becomes of one answer of the group when the transaction commits. */
    sealed interface Outcome {
        record Kept(Submitted submitted) implements Outcome {}

        record Refused(RuntimeException reason) implements Outcome {}
    }

    private record Fresh(SurveyResponse response, boolean reviewed, Optional<Trace> trace) {}

    private final DataSource database;
    private final ResponseTable table;
    private final ResponseRepository responses;
    private final Instance<ResponseFollowUp> followUps;
    private final ErasedReferences erased;
    private final IdempotencyKeys keys;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    AnswerTransaction(
            DataSource database,
            ResponseTable table,
            ResponseRepository responses,
            @Any Instance<ResponseFollowUp> followUps,
            ErasedReferences erased,
            IdempotencyKeys keys,
            Outbox outbox,
            ObjectMapper json,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.table = table;
        this.responses = responses;
        this.followUps = followUps;
        this.erased = erased;
        this.keys = keys;
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param group no two of one Idempotency-Key
     * @return what became of each, all of it committed
     * @throws SQLException when nothing was stored
     */
    Map<PendingAnswer, Outcome> store(List<PendingAnswer> group) throws SQLException {
        Map<PendingAnswer, Outcome> outcomes;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                outcomes = settle(connection, group);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        }
        outbox.wake();
        followUps.forEach(ResponseFollowUp::committed);
        return outcomes;
    }

    /** A connection that cannot even roll back is lost, and the database undoes it; the first failure is the one that tells why. */
    private static void undo(Connection connection, Exception why) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            why.addSuppressed(lost);
        }
    }

    private Map<PendingAnswer, Outcome> settle(Connection connection, List<PendingAnswer> group) throws SQLException {
        Map<PendingAnswer, Outcome> outcomes = new LinkedHashMap<>();
        List<PendingAnswer> open = new ArrayList<>();
        for (PendingAnswer pending : group) {
            Outcome before = pending.request() == null ? null : claim(connection, pending.request());
            if (before == null) {
                open.add(pending);
            } else {
                outcomes.put(pending, before);
            }
        }
        if (open.isEmpty()) {
            return outcomes;
        }
        List<Fresh> fresh = new ArrayList<>();
        outcomes.putAll(judge(connection, open, fresh));
        if (!fresh.isEmpty()) {
            write(connection, fresh);
        }
        for (PendingAnswer pending : open) {
            if (pending.request() != null) {
                settleKey(connection, pending.request(), outcomes.get(pending));
            }
        }
        return outcomes;
    }

    /** @return null when the key is new and now ours */
    private Outcome claim(Connection connection, IdempotentRequest request) throws SQLException {
        try {
            return keys.claim(connection, request.caller(), request.key(), request.hash())
                    .map(Submitted.Replayed::new)
                    .map(Outcome.Kept::new)
                    .orElse(null);
        } catch (IdempotencyMismatch mismatch) {
            return new Outcome.Refused(mismatch);
        }
    }

    private Map<PendingAnswer, Outcome> judge(Connection connection, List<PendingAnswer> open, List<Fresh> fresh)
            throws SQLException {
        Map<ByteBuffer, Known> known = table.known(
                connection, open.stream().map(pending -> pending.answer().key()).toList());
        Map<UUID, SurveyResponse> first = new HashMap<>(
                responses.byId(known.values().stream().map(Known::id).collect(Collectors.toSet())));
        Set<String> erased = erasedAmong(connection, open);
        var now = clock.instant();
        Map<PendingAnswer, Outcome> outcomes = new HashMap<>();
        for (PendingAnswer pending : open) {
            Answer answer = pending.answer();
            Known before = known.get(ByteBuffer.wrap(answer.key()));
            if (answer.respondentRef() != null && erased.contains(answer.respondentRef())) {
                outcomes.put(
                        pending,
                        new Outcome.Refused(
                                answer.isToAnInvitation() ? new InvitationClosed() : new ErasedRespondent()));
            } else if (before == null) {
                var response = new SurveyResponse(ids.next(), answer, now);
                fresh.add(new Fresh(response, answer.reviewed(), pending.trace()));
                known.put(ByteBuffer.wrap(answer.key()), new Known(response.id(), answer.digest()));
                first.put(response.id(), response);
                outcomes.put(pending, new Outcome.Kept(new Submitted.Recorded(response)));
            } else if (Arrays.equals(before.digest(), answer.digest())) {
                outcomes.put(pending, new Outcome.Kept(new Submitted.Repeated(first.get(before.id()))));
            } else {
                outcomes.put(pending, new Outcome.Refused(new AlreadyAnswered(before.id())));
            }
        }
        return outcomes;
    }

    /** Asked before anything is stored: nobody of the others is erased until this transaction ends. */
    private Set<String> erasedAmong(Connection connection, List<PendingAnswer> open) throws SQLException {
        return erased.among(
                connection,
                open.stream().map(pending -> pending.answer().respondentRef()).toList());
    }

    private void write(Connection connection, List<Fresh> fresh) throws SQLException {
        List<SurveyResponse> responses = fresh.stream().map(Fresh::response).toList();
        table.insert(connection, responses);
        outbox.insert(
                connection,
                fresh.stream()
                        .map(one -> outbox.event(
                                        "responses",
                                        one.response().id().toString(),
                                        "response.recorded",
                                        ResponseRecorded.of(one.response()))
                                .in(one.trace()))
                        .toList());
        List<SurveyResponse> reviewed =
                fresh.stream().filter(Fresh::reviewed).map(Fresh::response).toList();
        for (ResponseFollowUp followUp : followUps) {
            followUp.write(connection, reviewed);
        }
    }

    /** A refused request leaves no key behind: what it asked for did not happen. */
    private void settleKey(Connection connection, IdempotentRequest request, Outcome outcome) throws SQLException {
        switch (outcome) {
            case Outcome.Kept(Submitted.Recorded(SurveyResponse response)) ->
                keys.remember(connection, request.caller(), request.key(), answer(201, response));
            case Outcome.Kept(Submitted.Repeated(SurveyResponse response)) ->
                keys.remember(connection, request.caller(), request.key(), answer(200, response));
            case Outcome.Kept(Submitted.Revised revised) ->
                throw new IllegalStateException("A revision is stored elsewhere");
            case Outcome.Kept(Submitted.Replayed replayed) -> throw new IllegalStateException("A replay claims no key");
            case Outcome.Refused refused -> keys.release(connection, request.caller(), request.key());
        }
    }

    private RememberedAnswer answer(int status, SurveyResponse response) {
        return ResponseResource.remembered(status, response, json);
    }
}
