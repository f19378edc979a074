package io.aftertouch.survey.brand;

/**
 * The accent colour of the company as the form shows it. What was chosen is used wherever it can be read, and darkened for the light scheme or
 * lightened for the dark one where it could not: at least 4.5 to 1 against every ground of the form, and for text on it.
 *
 * @param chosen {@code #rrggbb}
 */
public record Accent(String chosen, Shade light, Shade dark) {

    static Accent of(String hex) {
        Colour chosen = Colour.of(hex);
        return new Accent(chosen.hex(), Shade.light(chosen), Shade.dark(chosen));
    }
}
