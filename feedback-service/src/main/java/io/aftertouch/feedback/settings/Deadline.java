package io.aftertouch.feedback.settings;

import java.time.Instant;

/**
 * By when something has to be done.
 *
 * @param warnAt when four fifths of the working time until then have passed
 */
public record Deadline(Instant warnAt, Instant dueAt) {}
