package io.aftertouch.feedback.review;

/** Cases were opened or went a step on; their history says which. Fired inside the transaction, to be heard after it. */
public record CasesMoved() {}
