package io.aftertouch.feedback.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.response.ResponseChange;
import io.aftertouch.feedback.response.ResponseRevision;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Lets the case follow its answer when the customer changes or withdraws it. A case stays where it is when the answer turns good, with a line that says
 * so: whoever has it decides. An answer that turns bad gets a case, and one that is withdrawn needs none any more.
 */
@ApplicationScoped
class CaseFollowing implements ResponseChange {

    private static final Logger LOG = Logger.getLogger(CaseFollowing.class);

    private final ReviewCaseRepository cases;
    private final CaseWords words;
    private final CaseOpening opening;
    private final Settings settings;
    private final Outbox outbox;
    private final Event<CasesMoved> moved;
    private final DataSource database;
    private final Clock clock;

    CaseFollowing(
            ReviewCaseRepository cases,
            CaseWords words,
            CaseOpening opening,
            Settings settings,
            Outbox outbox,
            Event<CasesMoved> moved,
            DataSource database,
            Clock clock) {
        this.cases = cases;
        this.words = words;
        this.opening = opening;
        this.settings = settings;
        this.outbox = outbox;
        this.moved = moved;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void revised(SurveyResponse response, ResponseRevision before) {
        Optional<ReviewCase> known = cases.lockedOf(response.id());
        if (known.isEmpty()) {
            open(response);
            return;
        }
        ReviewCase reviewCase = known.get();
        String how = "%d became %d"
                .formatted(before.rating().score(), response.rating().score());
        Instant now = clock.instant();
        append(reviewCase, reviewCase.answerChanged(how, now));
        words.replace(reviewCase.id(), FoldedText.of(response.comment()));
        if (!reviewCase.state().isOpen() && turnedBad(response, before)) {
            append(reviewCase, reviewCase.reopen(null, now, settings.calendar().deadlineFrom(now)));
        }
    }

    @Override
    public void withdrawn(SurveyResponse response) {
        cases.lockedOf(response.id()).ifPresent(reviewCase -> {
            append(reviewCase, reviewCase.answerWithdrawn(clock.instant()));
            words.forget(List.of(reviewCase.id()));
        });
    }

    private static boolean turnedBad(SurveyResponse response, ResponseRevision before) {
        return response.rating().band() == Band.NEGATIVE && before.rating().band() != Band.NEGATIVE;
    }

    /** As for a first answer; this connection is part of the transaction at hand. */
    private void open(SurveyResponse response) {
        try (Connection connection = database.getConnection()) {
            opening.write(connection, List.of(response));
        } catch (SQLException e) {
            throw new CaseNotOpened(e);
        }
        opening.committed();
    }

    private void append(ReviewCase reviewCase, CaseStep step) {
        cases.append(step);
        cases.flush();
        outbox.add(CaseEvent.TOPIC, reviewCase.id().toString(), CaseEvent.CHANGED, CaseEvent.of(reviewCase));
        moved.fire(new CasesMoved());
        LOG.infof("Case %s: %s, now %s", reviewCase.id(), step.step(), step.state());
    }

    /** The case of a changed answer could not be written; the cause says why. */
    private static final class CaseNotOpened extends RuntimeException {

        CaseNotOpened(SQLException cause) {
            super(cause);
        }
    }
}
