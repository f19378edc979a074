package io.aftertouch.local.demo;

import java.util.Locale;

/** The stages of the journey, which every installation has. */
enum Stage {
    AWARENESS,
    CONSIDERATION,
    PURCHASE,
    POST_PURCHASE,
    LOYALTY;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
