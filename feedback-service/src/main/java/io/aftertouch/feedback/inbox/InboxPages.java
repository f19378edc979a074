package io.aftertouch.feedback.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.recovery.Recovery;
import io.aftertouch.feedback.recovery.RecoveryRepository;
import io.aftertouch.feedback.reply.Reply;
import io.aftertouch.feedback.reply.ReplyFailure;
import io.aftertouch.feedback.reply.ReplyRepository;
import io.aftertouch.feedback.response.ResponseRepository;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.review.CaseCount;
import io.aftertouch.feedback.review.CaseOrder;
import io.aftertouch.feedback.review.CasePage;
import io.aftertouch.feedback.review.CaseState;
import io.aftertouch.feedback.review.CaseStep;
import io.aftertouch.feedback.review.CaseWithAnswer;
import io.aftertouch.feedback.review.ReviewCase;
import io.aftertouch.feedback.review.ReviewCaseRepository;
import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.feedback.view.SavedViews;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.page.Dates;

/** Puts together what the inbox shows to whoever asks for it. */
@RequestScoped
class InboxPages {

    private static final int ROWS = 20;
    private static final int MOST_COUNTED = 1_000;
    private static final int EARLIER_ANSWERS = 5;
    private static final int MOST_COLLEAGUES = 50;

    private final ReviewCaseRepository cases;
    private final ResponseRepository responses;
    private final Catalog catalog;
    private final Caller caller;
    private final CallerNames names;
    private final Settings settings;
    private final SavedViews views;
    private final ReplyRepository replies;
    private final ReplyParts replyParts;
    private final RecoveryRepository recoveries;
    private final Clock clock;
    private final ZoneId zone;

    InboxPages(
            ReviewCaseRepository cases,
            ResponseRepository responses,
            Catalog catalog,
            Caller caller,
            CallerNames names,
            Settings settings,
            SavedViews views,
            ReplyRepository replies,
            ReplyParts replyParts,
            RecoveryRepository recoveries,
            Clock clock,
            ZoneId zone) {
        this.cases = cases;
        this.responses = responses;
        this.catalog = catalog;
        this.caller = caller;
        this.names = names;
        this.settings = settings;
        this.views = views;
        this.replies = replies;
        this.replyParts = replyParts;
        this.recoveries = recoveries;
        this.clock = clock;
        this.zone = zone;
    }

    InboxPage page(InboxFilter filter, Done done, String message) {
        return page(filter, done, message, null);
    }

    /** @param reply what the reader has typed so far to write to the customer; null while it is nothing */
    InboxPage page(InboxFilter filter, Done done, String message, ReplyForm reply) {
        List<Touchpoint> touchpoints = catalog.touchpoints();
        Map<String, String> touchpointNames =
                touchpoints.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        var asked = filter.filter(caller.name(), clock, zone);
        CaseOrder order = filter.order();
        CasePage page = cases.page(asked, order, filter.after(), ROWS + 1, MOST_COUNTED + 1);
        List<CaseWithAnswer> found = page.cases();
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
                shown.stream().map(one -> row(one, touchpointNames, filter)).toList(),
                page.total(),
                next,
                Optional.ofNullable(filter.openedId())
                        .flatMap(cases::withAnswer)
                        .map(one -> opened(one, touchpointNames, reply))
                        .orElse(null),
                done,
                message,
                caller.may(Scopes.CASES_WRITE),
                touchpoints,
                settings.teams(),
                settings.calendar().nextMorning(clock.instant()),
                filter.openedId() == null ? List.of() : cases.assignees(MOST_COLLEAGUES),
                views.seenBy(caller.name()).stream()
                        .map(view -> new InboxPage.View(view, caller.name().equals(view.owner())))
                        .toList());
    }

    private InboxPage.Row row(CaseWithAnswer found, Map<String, String> touchpoints, InboxFilter filter) {
        ReviewCase reviewCase = found.reviewCase();
        String query = filter.query();
        return new InboxPage.Row(
                found,
                touchpoints.getOrDefault(reviewCase.touchpoint(), reviewCase.touchpoint()),
                scaleOf(found.response()),
                names.shown(reviewCase.assignee()),
                due(reviewCase),
                "/inbox?" + query + (query.isEmpty() ? "" : "&") + "case=" + reviewCase.id(),
                reviewCase.id().equals(filter.openedId()));
    }

    private InboxPage.Opened opened(CaseWithAnswer found, Map<String, String> touchpoints, ReplyForm reply) {
        ReviewCase reviewCase = found.reviewCase();
        SurveyResponse response = found.response();
        Scale scale = scaleOf(response);
        List<Reply> written = replies.of(reviewCase.id());
        Map<UUID, Reply> kept = written.stream().collect(Collectors.toMap(Reply::id, Function.identity()));
        Optional<Invitation> invitation =
                Optional.ofNullable(response.invitationId()).flatMap(catalog::invitation);
        return new InboxPage.Opened(
                found,
                touchpoints.getOrDefault(reviewCase.touchpoint(), reviewCase.touchpoint()),
                scale,
                names.shown(reviewCase.assignee()),
                due(reviewCase),
                reviewCase.flags().why(response.rating(), scale),
                caller.name().equals(reviewCase.assignee()),
                invitation.map(Invitation::attributes).orElse(Map.of()),
                invitation.map(Invitation::occurredAt).orElse(null),
                cases.history(reviewCase.id()).stream()
                        .map(step -> new InboxPage.Told(
                                step, names.shown(step.actor()), told(step), kept.get(step.replyId())))
                        .toList(),
                responses.earlierOf(response, EARLIER_ANSWERS).stream()
                        .map(before -> new InboxPage.Earlier(
                                before,
                                touchpoints.getOrDefault(before.touchpoint(), before.touchpoint()),
                                scaleOf(before).max()))
                        .toList(),
                caller.may(Scopes.CASES_WRITE) ? replyParts.of(found, written, reply) : null,
                recoveries
                        .of(reviewCase.id())
                        .map(recovery -> again(recovery, touchpoints))
                        .orElse(null));
    }

    private Again again(Recovery recovery, Map<String, String> touchpoints) {
        String where = touchpoints.getOrDefault(recovery.touchpoint(), recovery.touchpoint());
        return Optional.ofNullable(recovery.responseId())
                .flatMap(id -> responses.findByIdOptional(id))
                .map(second ->
                        new Again(recovery, where, second, scaleOf(second).max()))
                .orElseGet(() -> new Again(recovery, where, null, 0));
    }

    /** What stands behind the name in a line of the history, readable. */
    private String told(CaseStep step) {
        return switch (step.step()) {
            case ASSIGNED -> names.shown(step.text());
            case SNOOZED -> Dates.moment(Instant.parse(step.text()));
            case REPLY_FAILED -> ReplyFailure.valueOf(step.text()).words();
            case NOTED, CONTACTED -> Objects.requireNonNullElse(step.text(), "erased");
            case OPENED,
                    TAKEN,
                    RELEASED,
                    REPLIED,
                    REPLY_SENT,
                    WAITING,
                    WOKEN,
                    SPAM,
                    RESOLVED,
                    REOPENED,
                    ANSWER_CHANGED,
                    ANSWER_WITHDRAWN,
                    ANSWER_ERASED -> step.text();
            case UNDONE -> step.text().toLowerCase(Locale.ROOT);
        };
    }

    private Due due(ReviewCase reviewCase) {
        return Due.of(reviewCase.warnAt(), reviewCase.dueAt(), clock.instant());
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
