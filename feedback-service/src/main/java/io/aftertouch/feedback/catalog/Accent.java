package io.aftertouch.feedback.catalog;

import java.util.Objects;
import java.util.regex.Pattern;

/** The company's accent colour in either scheme; survey-service saw to it that it can be read. */
public record Accent(Shade light, Shade dark) {

    public Accent {
        Objects.requireNonNull(light, "light");
        Objects.requireNonNull(dark, "dark");
    }

    /**
     * The accent in one scheme.
     *
     * @param colour {@code #rrggbb}
     * @param on of text on it
     */
    public record Shade(String colour, String on) {

        private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

        /** It is written into style sheets as it is. */
        public Shade {
            if (colour == null
                    || on == null
                    || !COLOUR.matcher(colour).matches()
                    || !COLOUR.matcher(on).matches()) {
                throw new IllegalArgumentException("A colour is of six hexadecimal digits");
            }
        }
    }
}
