package io.aftertouch.feedback.reply;

/**
 * A reply before it is sent.
 *
 * @param language one of en, da, sv, nb and de
 */
public record ReplyDraft(String language, String subject, String text) {}
