package io.aftertouch.score.target;

/**
 * A probability in words, with the limits that the Intergovernmental Panel on Climate Change agreed on so that its readers know what
 * they mean (Mastrandrea et al., Guidance Note on Consistent Treatment of Uncertainties (2010)).
 */
enum Likelihood {
    VIRTUALLY_CERTAIN("virtually certain", 0.99),
    VERY_LIKELY("very likely", 0.9),
    LIKELY("likely", 0.66),
    AS_LIKELY_AS_NOT("about as likely as not", 0.33),
    UNLIKELY("unlikely", 0.1),
    VERY_UNLIKELY("very unlikely", 0.01),
    EXCEPTIONALLY_UNLIKELY("exceptionally unlikely", 0);

    private final String words;
    private final double from;

    Likelihood(String words, double from) {
        this.words = words;
        this.from = from;
    }

    static Likelihood of(double probability) {
        for (Likelihood likelihood : values()) {
            if (probability >= likelihood.from) {
                return likelihood;
            }
        }
        throw new IllegalArgumentException("No probability: " + probability);
    }

    String words() {
        return words;
    }
}
