package io.aftertouch.feedback.catalog;

/** A text that depends on how the answer turned out. */
public record ByBand(String negative, String neutral, String positive) {

    public String of(Band band) {
        return switch (band) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
        };
    }
}
