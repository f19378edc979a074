package io.aftertouch.score.dashboard;

/** What to do when nothing has been asked yet. */
public record StartPage(String address, boolean touchpointThere, String example) {}
