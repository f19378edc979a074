package io.aftertouch.survey.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import io.aftertouch.survey.invitation.Claim;
import io.aftertouch.survey.mail.LetterOrder;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.survey.Language;

/**
 * What is to be handed over now.
 *
 * @param reminder whether it is the reminder
 * @param attempt the number of this try
 */
record Dispatch(Claim claim, boolean reminder, int attempt, Message message) {

    /** The mailbox that it goes to, as the contact policy sees it; empty for a text message. */
    Optional<String> mailbox() {
        return message instanceof Letter letter ? Optional.of(Respondents.mailbox(letter.to())) : Optional.empty();
    }

    /** What goes over the wire. */
    sealed interface Message {}

    /** An e-mail. */
    record Letter(String id, Optional<String> inReplyTo, String to, LetterOrder order) implements Message {}

    /**
     * A text message.
     *
     * @param id the same however often it is handed over
     */
    record Text(
            String id,
            UUID invitation,
            boolean reminder,
            String to,
            Language language,
            String brand,
            String survey,
            String touchpoint,
            URI link,
            URI unsubscribe)
            implements Message {}
}
