package io.aftertouch.local.demo;

/** How good an answer is. */
enum Band {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    /** As headings in the stock of comments have it. */
    String word() {
        return switch (this) {
            case NEGATIVE -> "negative";
            case NEUTRAL -> "neutral";
            case POSITIVE -> "positive";
        };
    }
}
