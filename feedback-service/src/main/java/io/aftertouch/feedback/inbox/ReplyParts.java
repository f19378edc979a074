package io.aftertouch.feedback.inbox;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.reply.Reply;
import io.aftertouch.feedback.reply.ReplyDraft;
import io.aftertouch.feedback.reply.ReplyDrafts;
import io.aftertouch.feedback.reply.ReplyRefused;
import io.aftertouch.feedback.reply.ReplyWriting;
import io.aftertouch.feedback.review.CaseState;
import io.aftertouch.feedback.review.CaseWithAnswer;
import io.aftertouch.feedback.review.ReviewCase;
import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.id.Ids;

/** Puts together how the reader can write to the customer of a case. */
@RequestScoped
class ReplyParts {

    private final ReplyDrafts drafts;
    private final Settings settings;
    private final Catalog catalog;
    private final Caller caller;
    private final CallerNames names;
    private final Ids ids;

    ReplyParts(ReplyDrafts drafts, Settings settings, Catalog catalog, Caller caller, CallerNames names, Ids ids) {
        this.drafts = drafts;
        this.settings = settings;
        this.catalog = catalog;
        this.caller = caller;
        this.names = names;
        this.ids = ids;
    }

    /** @param typed what the reader has typed so far, or chosen to start from; null while it is nothing */
    ReplyPart of(CaseWithAnswer found, List<Reply> replies, ReplyForm typed) {
        return new ReplyPart(
                obstacle(found),
                typed == null ? started(found, null, null) : completed(found, typed),
                typed != null,
                settings.replies().templates(),
                replies.isEmpty() || !replies.getLast().isFailed() ? null : replies.getLast(),
                catalog.survey(found.response().survey()).orElseThrow().brand().name());
    }

    private ReplyForm completed(CaseWithAnswer found, ReplyForm typed) {
        return typed.id() == null ? started(found, typed.template(), typed.language()) : typed;
    }

    private ReplyForm started(CaseWithAnswer found, String template, String language) {
        String wanted = language == null ? drafts.languageOf(found.response()) : language;
        ReplyDraft draft = Optional.ofNullable(template)
                .flatMap(key -> drafts.draft(found.response(), key, wanted, caller.name()))
                .orElseGet(() -> new ReplyDraft(drafts.languageOf(found.response()), "", ""));
        return new ReplyForm(ids.next().toString(), template, draft.language(), draft.subject(), draft.text(), false);
    }

    private String obstacle(CaseWithAnswer found) {
        ReviewCase reviewCase = found.reviewCase();
        Optional<ReplyRefused> refused = ReplyWriting.obstacle(found.response());
        if (refused.isPresent()) {
            return refused.get().getMessage();
        }
        if (reviewCase.state() == CaseState.SPAM) {
            return "The case is marked as spam. Reopen it to reply.";
        }
        boolean somebodyElse = reviewCase.state().isOpen()
                && reviewCase.assignee() != null
                && !reviewCase.assignee().equals(caller.name());
        return somebodyElse
                ? names.shown(reviewCase.assignee())
                        + " has the case, and only one person writes to a customer. Give it to yourself to reply."
                : null;
    }
}
