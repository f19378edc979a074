package io.aftertouch.feedback.settings;

/**
 * A setting and its version.
 *
 * @param version 0 while nobody has changed it
 */
record Versioned<T>(int version, T value) {}
