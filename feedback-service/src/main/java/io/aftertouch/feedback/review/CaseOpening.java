package io.aftertouch.feedback.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.response.ResponseFollowUp;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.settings.FlagRules;
import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.feedback.settings.Team;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/** Opens a case for every answer that somebody has to look at, in the transaction of the answer: neither is there without the other. */
@ApplicationScoped
class CaseOpening implements ResponseFollowUp {

    private static final Logger LOG = Logger.getLogger(CaseOpening.class);

    private final Settings settings;
    private final ReviewCaseRepository cases;
    private final CaseWords words;
    private final Outbox outbox;
    private final Event<CasesMoved> moved;
    private final Ids ids;
    private final Clock clock;

    CaseOpening(
            Settings settings,
            ReviewCaseRepository cases,
            CaseWords words,
            Outbox outbox,
            Event<CasesMoved> moved,
            Ids ids,
            Clock clock) {
        this.settings = settings;
        this.cases = cases;
        this.words = words;
        this.outbox = outbox;
        this.moved = moved;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void write(Connection connection, List<SurveyResponse> recorded) throws SQLException {
        FlagRules rules = settings.flags();
        Map<String, Long> negatives = negatives(connection, recorded, rules);
        List<ReviewCase> opened = recorded.stream()
                .map(response -> caseFor(response, rules, negatives))
                .flatMap(Optional::stream)
                .toList();
        if (opened.isEmpty()) {
            return;
        }
        cases.insert(connection, opened);
        words.insert(connection, said(opened, recorded));
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

    private static List<CaseWords.Said> said(List<ReviewCase> opened, List<SurveyResponse> recorded) {
        Map<UUID, SurveyResponse> answers =
                recorded.stream().collect(Collectors.toMap(SurveyResponse::id, Function.identity()));
        return opened.stream()
                .map(reviewCase -> new CaseWords.Said(
                        reviewCase.id(),
                        FoldedText.of(answers.get(reviewCase.responseId()).comment())))
                .toList();
    }

    private Optional<ReviewCase> caseFor(SurveyResponse response, FlagRules rules, Map<String, Long> negatives) {
        long ofRespondent = response.respondentRef() == null ? 0 : negatives.getOrDefault(response.respondentRef(), 0L);
        return new NegativeFeedbackPolicy(rules)
                .judge(response.rating(), response.comment(), response.locale(), ofRespondent)
                .map(flags -> open(response, flags));
    }

    private ReviewCase open(SurveyResponse response, Flags flags) {
        Instant now = clock.instant();
        String team = settings.teams()
                .teamFor(response.touchpoint(), response.segments())
                .map(Team::key)
                .orElse(null);
        return ReviewCase.open(
                ids.next(), response, flags, team, now, settings.calendar().deadlineFrom(now));
    }

    /** How many negative answers those respondents have given lately who gave one now. */
    private Map<String, Long> negatives(Connection connection, List<SurveyResponse> recorded, FlagRules rules)
            throws SQLException {
        if (rules.repeats() == 0) {
            return Map.of();
        }
        Set<String> respondents = recorded.stream()
                .filter(response -> response.rating().band() == Band.NEGATIVE && response.respondentRef() != null)
                .map(SurveyResponse::respondentRef)
                .collect(Collectors.toSet());
        return respondents.isEmpty()
                ? Map.of()
                : cases.negativeAnswers(connection, respondents, clock.instant().minus(rules.within()));
    }
}
