package io.aftertouch.survey.optout;

import java.util.List;

import io.aftertouch.survey.survey.Language;

/**
 * What somebody sees who does not want to be asked again.
 *
 * @param brand empty when the link is not known
 * @param endAll the words of the button that ends all questions, null when there is nothing to end
 * @param endHere the words of the button that ends those of the touchpoint, null likewise
 * @param undo the words of the button that takes back what was ended, null when nothing can be
 * @param undoes what that button takes back, as the address says it
 */
record UnsubscribePage(
        Language language,
        String brand,
        String title,
        String text,
        String endAll,
        String endHere,
        String undo,
        String undoes,
        String languages) {

    static UnsubscribePage asking(Language language, UnsubscribeWording words, String brand) {
        return new UnsubscribePage(
                language,
                brand,
                words.question(),
                words.explanation(),
                words.confirm(),
                words.confirmHere(),
                null,
                null,
                words.languages());
    }

    static UnsubscribePage done(Language language, UnsubscribeWording words, String brand, boolean undoable) {
        return new UnsubscribePage(
                language,
                brand,
                words.doneTitle(),
                words.done(),
                null,
                null,
                undoable ? words.undo() : null,
                Extent.ALL.word(),
                words.languages());
    }

    static UnsubscribePage doneHere(Language language, UnsubscribeWording words, String brand, boolean undoable) {
        return new UnsubscribePage(
                language,
                brand,
                words.doneHereTitle(),
                words.doneHere(),
                words.confirm(),
                null,
                undoable ? words.undo() : null,
                Extent.HERE.word(),
                words.languages());
    }

    static UnsubscribePage undone(Language language, UnsubscribeWording words, String brand) {
        return new UnsubscribePage(
                language, brand, words.undoneTitle(), words.undone(), null, null, null, null, words.languages());
    }

    static UnsubscribePage gone(Language language, UnsubscribeWording words) {
        return notice(language, words, words.goneTitle(), words.gone());
    }

    static UnsubscribePage tooMany(Language language, UnsubscribeWording words) {
        return notice(language, words, words.manyTitle(), words.many());
    }

    private static UnsubscribePage notice(Language language, UnsubscribeWording words, String title, String text) {
        return new UnsubscribePage(language, "", title, text, null, null, null, null, words.languages());
    }

    public List<Language> allLanguages() {
        return List.of(Language.values());
    }
}
