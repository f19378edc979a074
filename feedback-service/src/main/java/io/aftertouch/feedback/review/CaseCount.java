package io.aftertouch.feedback.review;

/** How many cases are in a state, and how many of them should have been taken by now. */
public record CaseCount(CaseState state, long cases, long late) {}
