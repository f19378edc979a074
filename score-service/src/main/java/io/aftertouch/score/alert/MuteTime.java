package io.aftertouch.score.alert;

import java.time.Duration;

/** For how long people mute an alert on its page. */
enum MuteTime {
    DAY("a day", Duration.ofDays(1)),
    THREE_DAYS("three days", Duration.ofDays(3)),
    WEEK("a week", Duration.ofDays(7)),
    FOUR_WEEKS("four weeks", Duration.ofDays(28));

    private final String words;
    private final Duration length;

    MuteTime(String words, Duration length) {
        this.words = words;
        this.length = length;
    }

    String words() {
        return words;
    }

    Duration length() {
        return length;
    }
}
