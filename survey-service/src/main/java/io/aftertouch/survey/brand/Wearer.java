package io.aftertouch.survey.brand;

import java.util.Optional;

/**
 * Whose brand it is.
 *
 * @param survey the survey that wears it alone; empty for the company
 */
record Wearer(Optional<String> survey) {

    static final Wearer COMPANY = new Wearer(Optional.empty());

    static Wearer survey(String key) {
        return new Wearer(Optional.of(key));
    }

    @Override
    public String toString() {
        return survey.map(key -> "of survey " + key).orElse("of the company");
    }
}
