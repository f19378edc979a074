package io.aftertouch.feedback.response;

import java.time.Instant;

import io.aftertouch.feedback.catalog.Band;

/** Which answers are asked for; null means any. {@code from} is included, {@code to} is not; both look at when the customer answered. */
public record ResponseFilter(String touchpoint, String survey, Band band, Instant from, Instant to) {}
