package io.aftertouch.feedback.inbox;

import java.util.List;

import io.aftertouch.feedback.reply.Reply;
import io.aftertouch.feedback.settings.ReplyTemplate;
import io.aftertouch.feedback.settings.ReplyTemplates;

/**
 * Writing to the customer: what can be written, or why nobody can.
 *
 * @param obstacle why the reader cannot write; null when they can
 * @param draft what is in the form
 * @param open whether the form is unfolded, because somebody works in it
 * @param failed the last reply, if it does not reach the customer; else null
 */
record ReplyPart(
        String obstacle, ReplyForm draft, boolean open, List<ReplyTemplate> templates, Reply failed, String brand) {

    /** Whether the reader can send the reply that failed once more. */
    public boolean mayTryAgain() {
        return obstacle == null && failed != null && failed.mayTryAgain();
    }

    /** A language to write in. */
    record Language(String tag, String name) {}

    public List<Language> languages() {
        return ReplyTemplates.LANGUAGES.stream()
                .map(tag -> new Language(tag, ReplyTemplates.nameOf(tag)))
                .toList();
    }

    public String languageName() {
        return ReplyTemplates.nameOf(draft.language());
    }
}
