package io.aftertouch.survey.brand;

import java.util.List;

/**
 * The accent for one scheme.
 *
 * @param colour of links, the chosen answer and the button, {@code #rrggbb}
 * @param on of text on it
 */
public record Shade(String colour, String on) {

    /** What WCAG 2.2 AA asks for text. */
    static final double ENOUGH = 4.5;

    /** What the form is made of, as in its style sheet: page, card, and the ground of what is chosen. */
    private static final List<Colour> LIGHT_GROUNDS =
            List.of(Colour.of("#f5f6f8"), Colour.of("#ffffff"), Colour.of("#ebf0f6"));

    private static final List<Colour> DARK_GROUNDS =
            List.of(Colour.of("#0f141a"), Colour.of("#171f28"), Colour.of("#1f2d3d"));

    private static final Colour INK = Colour.of("#0f141a");

    static Shade light(Colour chosen) {
        return new Shade(readable(chosen, Colour.BLACK, LIGHT_GROUNDS).hex(), Colour.WHITE.hex());
    }

    static Shade dark(Colour chosen) {
        return new Shade(readable(chosen, Colour.WHITE, DARK_GROUNDS).hex(), INK.hex());
    }

    /** The colour itself, or with as little black or white in it as it needs to be read on every ground. */
    private static Colour readable(Colour chosen, Colour towards, List<Colour> grounds) {
        for (int percent = 0; percent < 100; percent++) {
            Colour tried = chosen.mixed(towards, percent / 100.0);
            if (grounds.stream().allMatch(ground -> tried.contrast(ground) >= ENOUGH)) {
                return tried;
            }
        }
        return towards;
    }

    /** The lowest contrast at which this shade stands on any ground of the form, light or dark, or its text on it. */
    double contrast() {
        Colour accent = Colour.of(colour);
        boolean isLight = on.equals(Colour.WHITE.hex());
        double onGround = (isLight ? LIGHT_GROUNDS : DARK_GROUNDS)
                .stream().mapToDouble(accent::contrast).min().orElseThrow();
        return Math.min(onGround, accent.contrast(Colour.of(on)));
    }
}
