package io.aftertouch.local.demo;

/** How a crowd answers: the parts of it that are displeased and undecided; the rest is pleased. */
record Mood(double negative, double neutral) {

    /** The same crowd on a day on which it is displeased so many times as often. */
    Mood times(double factor) {
        return new Mood(negative * factor, neutral);
    }

    /** @param place of somebody in the crowd, the most displeased first, from 0 to below 1 */
    Band band(double place) {
        if (place < negative) {
            return Band.NEGATIVE;
        }
        return place < negative + neutral ? Band.NEUTRAL : Band.POSITIVE;
    }
}
