package io.aftertouch.survey.mail;

import java.net.URI;
import java.util.Optional;

/**
 * An e-mail to be handed over.
 *
 * @param id the Message-ID, in angle brackets; the same however often it is handed over
 * @param inReplyTo the Message-ID of what was sent before
 * @param unsubscribe where mail programs say: do not ask me again; empty for a trial
 */
public record Mail(String id, Optional<String> inReplyTo, String to, Optional<URI> unsubscribe, WrittenLetter letter) {}
