package io.aftertouch.feedback.review;

/** A person or the suite took a step with a case. Told within the transaction of the step, to whatever has to follow from it. */
public record CaseStepped(ReviewCase reviewCase, CaseStep step) {}
