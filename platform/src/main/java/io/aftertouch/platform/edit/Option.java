package io.aftertouch.platform.edit;

/** One choice of a list on a page. */
public record Option(String value, String label) {}
