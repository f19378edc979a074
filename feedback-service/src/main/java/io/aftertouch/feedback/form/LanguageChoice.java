package io.aftertouch.feedback.form;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which language a customer reads the form: the one chosen on the page, the invitation's, the browser's in its order, the survey's own. Only what
 * the survey speaks can be chosen.
 */
record LanguageChoice(String chosen, String invited, String acceptLanguage, String surveyDefault) {

    /** @param spoken the languages that the survey speaks; at least one */
    Language among(Set<Language> spoken) {
        return Stream.of(
                        Stream.of(Language.of(chosen), Language.of(invited)),
                        accepted(),
                        Stream.of(Language.of(surveyDefault)))
                .flatMap(choices -> choices)
                .flatMap(Optional::stream)
                .filter(spoken::contains)
                .findFirst()
                .orElseGet(() -> spoken.stream().sorted().findFirst().orElse(Language.EN));
    }

    private Stream<Optional<Language>> accepted() {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Stream.empty();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Language.of(range.getRange()));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
