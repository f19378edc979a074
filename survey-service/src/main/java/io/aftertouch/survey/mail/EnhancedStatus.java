package io.aftertouch.survey.mail;

import java.util.Set;

/** What the status codes of RFC 3463 say about a mailbox. */
public final class EnhancedStatus {

    /** No such mailbox, system or syntax; moved without an address; mailbox disabled. Many servers say 5.4.1 for the first. */
    private static final Set<String> NO_MAILBOX =
            Set.of("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.1");

    private EnhancedStatus() {}

    /** Whether there is no such mailbox, or nobody reads it any more. */
    public static boolean saysNoMailbox(String code) {
        return NO_MAILBOX.contains(code);
    }
}
