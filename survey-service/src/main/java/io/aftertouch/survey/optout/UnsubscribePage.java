package io.aftertouch.survey.optout;

import java.util.List;

import io.aftertouch.survey.survey.Language;

/**
 * What somebody sees who does not want to be asked again.
 *
 * @param brand empty when the link is not known
 * @param asks whether there is something to confirm
 */
record UnsubscribePage(
        Language language, String brand, String title, String text, boolean asks, String confirm, String languages) {

    static UnsubscribePage asking(Language language, UnsubscribeWording words, String brand) {
        return new UnsubscribePage(
                language, brand, words.question(), words.explanation(), true, words.confirm(), words.languages());
    }

    static UnsubscribePage done(Language language, UnsubscribeWording words, String brand) {
        return new UnsubscribePage(
                language, brand, words.doneTitle(), words.done(), false, words.confirm(), words.languages());
    }

    static UnsubscribePage gone(Language language, UnsubscribeWording words) {
        return new UnsubscribePage(
                language, "", words.goneTitle(), words.gone(), false, words.confirm(), words.languages());
    }

    public List<Language> allLanguages() {
        return List.of(Language.values());
    }
}
