package io.aftertouch.platform.idempotency;

/**
 * What a creating request was answered with.
 *
 * @param body JSON, null when there was none
 * @param location of what was made, or of what the answer shows; null when there was none
 */
public record RememberedAnswer(int status, String body, String location) {

    private static final int CREATED = 201;

    boolean made() {
        return status == CREATED;
    }
}
