package io.aftertouch.feedback.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.aftertouch.feedback.response.ResponseFollowUp;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/** Opens a case for every answer that somebody has to look at, in the transaction of the answer: neither is there without the other. */
@ApplicationScoped
class CaseOpening implements ResponseFollowUp {

    private static final Logger LOG = Logger.getLogger(CaseOpening.class);

    private final NegativeFeedbackPolicy policy;
    private final Settings settings;
    private final ReviewCaseRepository cases;
    private final Outbox outbox;
    private final Event<CasesMoved> moved;
    private final Ids ids;
    private final Clock clock;

    CaseOpening(
            ReviewConfig config,
            Settings settings,
            ReviewCaseRepository cases,
            Outbox outbox,
            Event<CasesMoved> moved,
            Ids ids,
            Clock clock) {
        this.policy = new NegativeFeedbackPolicy(config.alarmingWords());
        this.settings = settings;
        this.cases = cases;
        this.outbox = outbox;
        this.moved = moved;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void write(Connection connection, List<SurveyResponse> recorded) throws SQLException {
        List<ReviewCase> opened =
                recorded.stream().map(this::caseFor).flatMap(Optional::stream).toList();
        if (opened.isEmpty()) {
            return;
        }
        cases.insert(connection, opened);
        outbox.insert(
                connection,
                opened.stream()
                        .map(reviewCase -> outbox.event(
                                CaseEvent.TOPIC,
                                reviewCase.id().toString(),
                                CaseEvent.OPENED,
                                CaseEvent.of(reviewCase)))
                        .toList());
        opened.forEach(
                reviewCase -> LOG.infof("Case %s opened for response %s", reviewCase.id(), reviewCase.responseId()));
    }

    @Override
    public void committed() {
        moved.fire(new CasesMoved());
    }

    private ReviewCase open(SurveyResponse response, FlagReason reason, Instant now) {
        return ReviewCase.open(
                ids.next(), response, reason, now, settings.calendar().deadlineFrom(now));
    }

    private Optional<ReviewCase> caseFor(SurveyResponse response) {
        return policy.judge(response.rating(), response.comment())
                .map(reason -> open(response, reason, clock.instant()));
    }
}
