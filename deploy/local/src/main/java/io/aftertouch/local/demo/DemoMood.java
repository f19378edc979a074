package io.aftertouch.local.demo;

/** How a made-up customer feels about it. */
enum DemoMood {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
