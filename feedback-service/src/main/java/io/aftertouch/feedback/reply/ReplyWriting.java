package io.aftertouch.feedback.reply;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.response.Text;
import io.aftertouch.feedback.review.CaseWork;
import io.aftertouch.feedback.review.ReviewCaseRepository;
import io.aftertouch.feedback.review.UnknownCase;
import io.aftertouch.feedback.settings.ReplyTemplates;
import io.aftertouch.feedback.settings.ReplyText;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;

/** Writes to a customer about an answer: what is written is stored with its case and handed to the service that knows the address. */
@ApplicationScoped
@Transactional
@RetryOnConflict
public class ReplyWriting {

    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_TEXT = 8_000;

    private final ReplyRepository replies;
    private final ReviewCaseRepository cases;
    private final CaseWork work;
    private final Outbox outbox;
    private final Clock clock;

    ReplyWriting(ReplyRepository replies, ReviewCaseRepository cases, CaseWork work, Outbox outbox, Clock clock) {
        this.replies = replies;
        this.cases = cases;
        this.work = work;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Why nobody can write to whoever gave an answer; empty when somebody can. */
    public static Optional<ReplyRefused> obstacle(SurveyResponse response) {
        if (response.respondentRef() == null || response.respondentRef().isEmpty()) {
            return Optional.of(ReplyRefused.nobodyNamed());
        }
        return response.contactPermitted() ? Optional.empty() : Optional.of(ReplyRefused.notPermitted());
    }

    /**
     * @param id of the reply: the same one twice is written and sent once
     * @param expected the version of the case that the caller has seen, or null when it does not matter
     * @throws ReplyRefused when the customer has not allowed it, or is not known
     */
    public Reply write(UUID id, UUID caseId, String who, ReplyDraft draft, Integer expected) {
        ReplyText words = checked(draft);
        cases.hold(caseId);
        Optional<Reply> before =
                replies.findByIdOptional(id).filter(reply -> reply.caseId().equals(caseId));
        if (before.isPresent()) {
            return before.get();
        }
        SurveyResponse response = cases.withAnswer(caseId)
                .orElseThrow(() -> new UnknownCase(caseId))
                .response();
        obstacle(response).ifPresent(refused -> {
            throw refused;
        });
        work.reply(caseId, who, id, expected);
        Reply reply = new Reply(id, caseId, who, draft.language(), words, clock.instant());
        replies.persist(reply);
        outbox.add(ReplyWritten.TOPIC, caseId.toString(), ReplyWritten.TYPE, ReplyWritten.of(reply, response));
        return reply;
    }

    /**
     * Sends the same words once more, which makes another reply. Only the last one can be sent again, so that a customer gets none twice.
     *
     * @param id of the new reply: the same one twice is sent once
     * @param failed the one that does not arrive
     * @param expected the version of the case that the caller has seen, or null when it does not matter
     * @throws ReplyRefused when it is not the last one, may still arrive, or is not kept any more
     */
    public Reply again(UUID id, UUID caseId, UUID failed, String who, Integer expected) {
        cases.hold(caseId);
        List<Reply> written = replies.of(caseId);
        Reply before = written.stream()
                .filter(reply -> reply.id().equals(failed))
                .findFirst()
                .orElseThrow(() -> new UnknownReply(failed));
        boolean sentAgain = written.getLast().id().equals(id);
        if (!sentAgain && (before != written.getLast() || !before.mayTryAgain())) {
            throw ReplyRefused.notToTryAgain();
        }
        return write(id, caseId, who, before.draft(), expected);
    }

    private static ReplyText checked(ReplyDraft draft) {
        if (!ReplyTemplates.LANGUAGES.contains(draft.language())) {
            throw new InvalidReply("language", "must be en, da, sv, nb or de");
        }
        if (isUnfit(draft.subject(), LONGEST_SUBJECT) || draft.subject().matches("(?s).*[\\p{Cc}\\u2028\\u2029].*")) {
            throw new InvalidReply("subject", "must be one line of 1 to " + LONGEST_SUBJECT + " characters");
        }
        if (isUnfit(draft.text(), LONGEST_TEXT)) {
            throw new InvalidReply("text", "must have 1 to " + LONGEST_TEXT + " characters");
        }
        return new ReplyText(draft.subject().strip(), draft.text().strip().replace("\r\n", "\n"));
    }

    private static boolean isUnfit(String words, int longest) {
        return words == null || words.isBlank() || !Text.Check.isStorable(words) || Text.Check.length(words) > longest;
    }
}
