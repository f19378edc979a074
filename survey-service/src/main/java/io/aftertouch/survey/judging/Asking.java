package io.aftertouch.survey.judging;

import java.time.Instant;

/**
 * One time that a person was asked, or is about to be.
 *
 * @param at when the invitation was sent, or is due
 */
public record Asking(String survey, Instant at) {}
