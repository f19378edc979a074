package io.aftertouch.survey.invitation;

/** Says, when the transaction has committed, that an invitation is due right now. */
public record DueInvitations() {}
