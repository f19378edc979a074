package io.aftertouch.survey.respondentimport;

/** What became of a group of rows. */
record Progress(long rows, long made, long changed, long unchanged, long refused, long lastLine) {}
