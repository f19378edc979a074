package io.aftertouch.feedback.loop;

/** What lay behind so many of the resolved cases, in the team's words. */
record RootCause(String rootCause, long cases) {}
