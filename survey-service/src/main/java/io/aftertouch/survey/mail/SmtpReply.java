package io.aftertouch.survey.mail;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server said no with (RFC 5321, with the enhanced status codes of RFC 3463 where it gives them).
 *
 * @param code three digits
 * @param text all that it said
 */
record SmtpReply(int code, String text, Stage stage) {

    /** How far the conversation was. */
    enum Stage {
        SENDER,
        RECIPIENT,
        CONTENT
    }

    private static final Pattern ENHANCED = Pattern.compile("^\\s*(?:\\d{3}[ -])?\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private static final String MAILBOX_FULL = "5.2.2";

    /** Mailbox unavailable, not local, name not allowed: what servers without enhanced codes say. */
    private static final Set<Integer> NO_MAILBOX_PLAINLY = Set.of(550, 551, 553);

    private static final int SERVICE_ENDS = 421;
    private static final int STORAGE_EXCEEDED = 552;

    Handover judge() {
        if (code == SERVICE_ENDS || stage == Stage.SENDER) {
            return new Handover.NotNow(text, true);
        }
        String enhanced = enhanced();
        if (code < 500 || MAILBOX_FULL.equals(enhanced) || code == STORAGE_EXCEEDED && enhanced == null) {
            return new Handover.NotNow(text, false);
        }
        boolean noMailbox = enhanced == null
                ? stage == Stage.RECIPIENT && NO_MAILBOX_PLAINLY.contains(code)
                : EnhancedStatus.saysNoMailbox(enhanced);
        return noMailbox ? new Handover.NoSuchMailbox(text) : new Handover.Refused(text);
    }

    private String enhanced() {
        Matcher found = ENHANCED.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
