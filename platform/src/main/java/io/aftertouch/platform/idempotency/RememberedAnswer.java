package io.aftertouch.platform.idempotency;

/**
 * What a creating request was answered with.
 *
 * @param body JSON, null when there was none
 * @param location the Location header, null when there was none
 */
public record RememberedAnswer(int status, String body, String location) {}
