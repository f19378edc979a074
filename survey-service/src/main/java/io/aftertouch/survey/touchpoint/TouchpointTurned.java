package io.aftertouch.survey.touchpoint;

/** A touchpoint was retired or came back; told within the transaction that did it. */
public record TouchpointTurned(String touchpoint) {}
