package io.aftertouch.score.segment;

import java.util.Optional;

/** One value of one dimension, written {@code dimension:value}: {@code plan:pro}. */
public record Segment(String dimension, String value) implements Comparable<Segment> {

    /** The value under which all values beyond the allowed number of a dimension are counted. */
    public static final String OTHER = "other";

    private static final int LONGEST = 64;

    public Segment {
        requireShort("dimension", dimension);
        requireShort("value", value);
    }

    /** @throws IllegalArgumentException when it is not of the form {@code dimension:value} */
    public static Segment parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("must be a dimension and a value, as in country:DK");
        }
        return new Segment(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * The segment that a request names, if it names one.
     *
     * @throws InvalidSegment when it is not of the form {@code dimension:value}
     */
    public static Optional<Segment> named(String field, String text) {
        try {
            return Optional.ofNullable(text).map(Segment::parse);
        } catch (IllegalArgumentException e) {
            throw new InvalidSegment(field, e.getMessage());
        }
    }

    private static void requireShort(String what, String text) {
        if (text == null || text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException("must have a " + what + " of 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public int compareTo(Segment other) {
        int byDimension = dimension.compareTo(other.dimension);
        return byDimension != 0 ? byDimension : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return dimension + ":" + value;
    }
}
