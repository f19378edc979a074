package io.aftertouch.platform.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a receiver answered.
 *
 * @param status of HTTP; redirects are not followed
 * @param body how it begins, its first kB at most
 * @param retryAfter the header of this name as it came; null when there was none
 */
public record WebhookReply(int status, String body, String retryAfter) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    public WebhookReply(int status, String body) {
        this(status, body, null);
    }

    /** Whether the receiver has the message. */
    public boolean isTaken() {
        return status >= 200 && status < 300;
    }

    /** How long the receiver wants to be left alone (RFC 9110, section 10.2.3); empty when it does not say so, or not so that it can be understood. */
    public Optional<Duration> rest(Instant now) {
        boolean asked = retryAfter != null && (status == TOO_MANY_REQUESTS || status == UNAVAILABLE);
        return (asked ? duration(now) : Optional.<Duration>empty()).filter(Duration::isPositive);
    }

    private Optional<Duration> duration(Instant now) {
        String text = retryAfter.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
