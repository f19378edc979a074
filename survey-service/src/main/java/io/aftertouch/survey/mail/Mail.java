package io.aftertouch.survey.mail;

import java.net.URI;
import java.util.Optional;

/**
 * An e-mail to be handed over.
 *
 * @param id the Message-ID, in angle brackets; the same however often it is handed over
 * @param inReplyTo the Message-ID of what was sent before
 * @param unsubscribe where mail programs say: do not ask me again; empty for a trial and for what a person wrote
 * @param byPerson whether a person wrote it to this one respondent, who may write back
 */
public record Mail(
        String id,
        Optional<String> inReplyTo,
        String to,
        Optional<URI> unsubscribe,
        WrittenLetter letter,
        boolean byPerson) {

    /** What the suite writes by itself. */
    public Mail(String id, Optional<String> inReplyTo, String to, Optional<URI> unsubscribe, WrittenLetter letter) {
        this(id, inReplyTo, to, unsubscribe, letter, false);
    }

    /** What a colleague wrote. */
    public static Mail byPerson(String id, Optional<String> inReplyTo, String to, WrittenLetter letter) {
        return new Mail(id, inReplyTo, to, Optional.empty(), letter, true);
    }
}
