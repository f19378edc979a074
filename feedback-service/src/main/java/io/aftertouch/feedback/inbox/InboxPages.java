package io.aftertouch.feedback.inbox;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.response.ResponseRepository;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.review.CaseCount;
import io.aftertouch.feedback.review.CaseOrder;
import io.aftertouch.feedback.review.CaseState;
import io.aftertouch.feedback.review.CaseWithAnswer;
import io.aftertouch.feedback.review.ReviewCase;
import io.aftertouch.feedback.review.ReviewCaseRepository;
import io.aftertouch.feedback.review.Why;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;

/** Puts together what the inbox shows to whoever asks for it. */
@RequestScoped
class InboxPages {

    private static final int ROWS = 20;
    private static final int EARLIER_ANSWERS = 5;

    private final ReviewCaseRepository cases;
    private final ResponseRepository responses;
    private final Catalog catalog;
    private final Caller caller;
    private final Clock clock;
    private final ZoneId zone;

    InboxPages(
            ReviewCaseRepository cases,
            ResponseRepository responses,
            Catalog catalog,
            Caller caller,
            Clock clock,
            ZoneId zone) {
        this.cases = cases;
        this.responses = responses;
        this.catalog = catalog;
        this.caller = caller;
        this.clock = clock;
        this.zone = zone;
    }

    InboxPage page(InboxFilter filter, String message, boolean failed) {
        List<Touchpoint> touchpoints = catalog.touchpoints();
        Map<String, String> names = touchpoints.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        var asked = filter.filter(caller.name(), clock, zone);
        CaseOrder order = filter.order();
        List<CaseWithAnswer> found = cases.list(asked, order, filter.after(), ROWS + 1);
        List<CaseWithAnswer> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        String next = found.size() > ROWS
                ? "/inbox?"
                        + filter.startingAfter(ReviewCaseRepository.cursorAfter(
                                        order, shown.getLast().reviewCase()))
                                .query()
                : null;
        return new InboxPage(
                filter,
                summary(cases.openByState(clock.instant())),
                shown.stream().map(one -> row(one, names, filter)).toList(),
                cases.count(asked),
                next,
                Optional.ofNullable(filter.openedId())
                        .flatMap(cases::withAnswer)
                        .map(one -> opened(one, names))
                        .orElse(null),
                message,
                failed,
                caller.may(Scopes.CASES_WRITE),
                touchpoints);
    }

    private InboxPage.Row row(CaseWithAnswer found, Map<String, String> names, InboxFilter filter) {
        ReviewCase reviewCase = found.reviewCase();
        String query = filter.query();
        return new InboxPage.Row(
                found,
                names.getOrDefault(reviewCase.touchpoint(), reviewCase.touchpoint()),
                scaleOf(found.response()),
                due(reviewCase),
                "/inbox?" + query + (query.isEmpty() ? "" : "&") + "case=" + reviewCase.id(),
                reviewCase.id().equals(filter.openedId()));
    }

    private InboxPage.Opened opened(CaseWithAnswer found, Map<String, String> names) {
        ReviewCase reviewCase = found.reviewCase();
        SurveyResponse response = found.response();
        Scale scale = scaleOf(response);
        Optional<Invitation> invitation =
                Optional.ofNullable(response.invitationId()).flatMap(catalog::invitation);
        return new InboxPage.Opened(
                found,
                names.getOrDefault(reviewCase.touchpoint(), reviewCase.touchpoint()),
                scale,
                due(reviewCase),
                Why.of(reviewCase.reason(), response.rating(), scale),
                caller.name().equals(reviewCase.assignee()),
                invitation.map(Invitation::attributes).orElse(Map.of()),
                invitation.map(Invitation::occurredAt).orElse(null),
                cases.history(reviewCase.id()),
                responses.earlierOf(response, EARLIER_ANSWERS).stream()
                        .map(before -> new InboxPage.Earlier(
                                before,
                                names.getOrDefault(before.touchpoint(), before.touchpoint()),
                                scaleOf(before).max()))
                        .toList());
    }

    private Due due(ReviewCase reviewCase) {
        return Due.of(reviewCase.openedAt(), reviewCase.dueAt(), clock.instant());
    }

    private Scale scaleOf(SurveyResponse response) {
        return catalog.survey(response.survey()).map(SurveyVersion::scale).orElseThrow();
    }

    /** "34 open cases: 23 new, 8 in progress, 3 waiting. 1 is late." */
    static String summary(List<CaseCount> counts) {
        long open = counts.stream().mapToLong(CaseCount::cases).sum();
        long late = counts.stream().mapToLong(CaseCount::late).sum();
        if (open == 0) {
            return "No open cases. A negative answer appears here within two seconds.";
        }
        Map<CaseState, CaseCount> byState =
                counts.stream().collect(Collectors.toMap(CaseCount::state, Function.identity()));
        String states = List.of(CaseState.values()).stream()
                .filter(byState::containsKey)
                .map(state -> byState.get(state).cases() + " " + state.words())
                .collect(Collectors.joining(", "));
        String lateness = late == 0 ? "None is late." : late == 1 ? "1 is late." : late + " are late.";
        return (open == 1 ? "1 open case: " : open + " open cases: ") + states + ". " + lateness;
    }
}
