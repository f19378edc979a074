package io.aftertouch.survey.brand;

/** A colour in sRGB, 0 to 255 each. */
record Colour(int red, int green, int blue) {

    static final String SHAPE = "#[0-9a-fA-F]{6}";
    static final String SHAPE_MESSAGE = "must be a colour such as #1c3f6e";

    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(255, 255, 255);

    /** @param hex {@code #rrggbb} */
    static Colour of(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    String hex() {
        return String.format("#%02x%02x%02x", red, green, blue);
    }

    /** This colour with that much of another one in it, from 0 to 1. */
    Colour mixed(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    /** WCAG 2.2 contrast ratio, from 1 to 21. */
    double contrast(Colour other) {
        double mine = luminance();
        double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    /** WCAG 2.2 relative luminance. */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int channel, int other, double share) {
        return (int) Math.round(channel + (other - channel) * share);
    }
}
