package io.aftertouch.score.news;

import java.time.Instant;

/**
 * One piece of news, exactly as it is posted in the standard format.
 *
 * @param timestamp when it happened
 */
public record News(NewsType type, Instant timestamp, Subject data) {

    /** The key of the touchpoint that it is about; null when it was not told. */
    public String touchpoint() {
        return data.touchpoint();
    }

    /** The reference of the respondent whom it names, null for nobody. */
    public String about() {
        return data.about();
    }
}
