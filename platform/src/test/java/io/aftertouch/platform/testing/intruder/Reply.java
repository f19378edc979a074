package io.aftertouch.platform.testing.intruder;

import java.time.Duration;
import java.util.Map;

/** What came back. The names of headers are in small letters. */
record Reply(int status, Map<String, String> headers, String body, Duration took) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isDone() {
        return status >= 200 && status < 300;
    }
}
