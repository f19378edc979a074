package io.aftertouch.feedback.response;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.idempotency.IdempotencyKeys;
import io.aftertouch.platform.idempotency.RememberedAnswer;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/**
 * A customer changes an answer, or withdraws it. Rare beside first answers, and so one by one: the answer is taken hold of, changed, told to the other
 * services and followed by its case, all in one transaction.
 */
@ApplicationScoped
@Transactional
@RetryOnConflict
public class AnswerChange {

    private static final Logger LOG = Logger.getLogger(AnswerChange.class);
    private static final String TOPIC = "responses";

    private final ResponseRepository responses;
    private final Instance<ResponseChange> followers;
    private final IdempotencyKeys keys;
    private final DataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    AnswerChange(
            ResponseRepository responses,
            @Any Instance<ResponseChange> followers,
            IdempotencyKeys keys,
            DataSource database,
            Outbox outbox,
            ObjectMapper json,
            Clock clock) {
        this.responses = responses;
        this.followers = followers;
        this.keys = keys;
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Replaces what was answered to the same invitation.
     *
     * @param request null when the caller gave no Idempotency-Key
     * @throws AlreadyAnswered when the edit window is over
     * @throws AnswerWithdrawn when there is nothing to change any more
     * @throws InvitationClosed when the respondent was erased meanwhile
     */
    Submitted revise(Answer answer, IdempotentRequest request) {
        SurveyResponse response = responses.lockedByKey(answer.key()).orElseThrow(InvitationClosed::new);
        if (response.isWithdrawn()) {
            throw new AnswerWithdrawn();
        }
        if (Arrays.equals(response.bodyDigest(), answer.digest())) {
            return new Submitted.Repeated(response);
        }
        Instant now = clock.instant();
        if (!response.mayChangeAt(now, answer.survey().editWindow())) {
            throw new AlreadyAnswered(response.id());
        }
        Optional<RememberedAnswer> before = claim(request);
        if (before.isPresent()) {
            return new Submitted.Replayed(before.get());
        }
        revise(response, answer, now);
        remember(request, response);
        return new Submitted.Revised(response);
    }

    private void revise(SurveyResponse response, Answer answer, Instant now) {
        ResponseRevision earlier = response.revise(answer, now);
        responses.keep(earlier);
        responses.flush();
        outbox.add(TOPIC, response.id().toString(), "response.revised", ResponseRevised.of(response, earlier));
        followers.forEach(follower -> follower.revised(response, earlier));
        LOG.infof("Response %s: revision %d", response.id(), response.revision());
    }

    /** Takes an answer back, for good. Doing so twice is no mistake. */
    public void withdraw(UUID id) {
        SurveyResponse response = responses.locked(id).orElseThrow(() -> new UnknownResponse(id));
        if (!response.isWithdrawn()) {
            response.withdraw(clock.instant());
            tellWithdrawn(response);
        }
    }

    /** Takes back an answer that turned out to be none of the customer's, who can then answer as if nothing had been sent. */
    public void discard(UUID id) {
        SurveyResponse response = responses.locked(id).orElseThrow(() -> new UnknownResponse(id));
        if (!response.isWithdrawn()) {
            response.discard(Answer.keyOfDiscarded(id), clock.instant());
            tellWithdrawn(response);
        }
    }

    private void tellWithdrawn(SurveyResponse response) {
        responses.forgetWords(response.id());
        responses.flush();
        forgetRemembered(response);
        outbox.add(TOPIC, response.id().toString(), "response.withdrawn", ResponseWithdrawn.of(response));
        followers.forEach(follower -> follower.withdrawn(response));
        LOG.infof("Response %s: withdrawn", response.id());
    }

    /** What requests with a key were answered with holds the words, too. */
    private void forgetRemembered(SurveyResponse response) {
        try (Connection connection = database.getConnection()) {
            keys.forgetAnswersAt(connection, ResponseResource.location(response));
        } catch (SQLException e) {
            throw new ReadingFailure(e);
        }
    }

    private Optional<RememberedAnswer> claim(IdempotentRequest request) {
        if (request == null) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return keys.claim(connection, request.caller(), request.key(), request.hash());
        } catch (SQLException e) {
            throw new ReadingFailure(e);
        }
    }

    private void remember(IdempotentRequest request, SurveyResponse response) {
        if (request == null) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            keys.remember(
                    connection, request.caller(), request.key(), ResponseResource.remembered(200, response, json));
        } catch (SQLException e) {
            throw new ReadingFailure(e);
        }
    }
}
