package io.aftertouch.survey.optout;

import java.util.List;

import io.aftertouch.survey.survey.Language;

/**
 * What somebody sees who does not want to be asked again, or wants to be erased.
 *
 * @param brand empty when the link is not known
 * @param more where the same link leads otherwise; null when nowhere
 */
record UnsubscribePage(
        Language language, String brand, String title, String text, List<Button> buttons, More more, String languages) {

    /**
     * A button, which posts to the address of the page.
     *
     * @param query what the address says of what the button does; empty for what the page is for
     * @param primary whether it is what most people came for
     */
    record Button(String words, String query, boolean primary) {

        static Button main(String words) {
            return new Button(words, "", true);
        }

        static Button other(String words, String query) {
            return new Button(words, query, false);
        }
    }

    /** A link. */
    record More(String words, String path) {}

    static UnsubscribePage asking(Language language, UnsubscribeWording words, String brand, More more) {
        return new UnsubscribePage(
                language,
                brand,
                words.question(),
                words.explanation(),
                List.of(Button.main(words.confirm()), Button.other(words.confirmHere(), "&scope=touchpoint")),
                more,
                words.languages());
    }

    static UnsubscribePage done(
            Language language, UnsubscribeWording words, String brand, boolean undoable, More more) {
        return new UnsubscribePage(
                language,
                brand,
                words.doneTitle(),
                words.done(),
                undoable ? List.of(undoing(words, Extent.ALL)) : List.of(),
                more,
                words.languages());
    }

    static UnsubscribePage doneHere(
            Language language, UnsubscribeWording words, String brand, boolean undoable, More more) {
        Button all = Button.other(words.confirm(), "");
        return new UnsubscribePage(
                language,
                brand,
                words.doneHereTitle(),
                words.doneHere(),
                undoable ? List.of(all, undoing(words, Extent.HERE)) : List.of(all),
                more,
                words.languages());
    }

    static UnsubscribePage undone(Language language, UnsubscribeWording words, String brand, More more) {
        return new UnsubscribePage(
                language, brand, words.undoneTitle(), words.undone(), List.of(), more, words.languages());
    }

    static UnsubscribePage erasure(Language language, ErasureWording words, String brand, More more, String languages) {
        return new UnsubscribePage(
                language,
                brand,
                words.question(),
                words.explanation(),
                List.of(Button.main(words.confirm())),
                more,
                languages);
    }

    static UnsubscribePage erasureAsked(Language language, ErasureWording words, String brand, String languages) {
        return new UnsubscribePage(
                language,
                brand,
                words.askedTitle(),
                words.asked(),
                List.of(Button.other(words.takeBack(), "&undo=yes")),
                null,
                languages);
    }

    static UnsubscribePage erasureTakenBack(Language language, ErasureWording words, String brand, String languages) {
        return new UnsubscribePage(
                language, brand, words.takenBackTitle(), words.takenBack(), List.of(), null, languages);
    }

    static UnsubscribePage erased(Language language, ErasureWording words, String brand, String languages) {
        return new UnsubscribePage(language, brand, words.doneTitle(), words.done(), List.of(), null, languages);
    }

    static UnsubscribePage gone(Language language, UnsubscribeWording words) {
        return notice(language, words, words.goneTitle(), words.gone());
    }

    static UnsubscribePage tooMany(Language language, UnsubscribeWording words) {
        return notice(language, words, words.manyTitle(), words.many());
    }

    private static UnsubscribePage notice(Language language, UnsubscribeWording words, String title, String text) {
        return new UnsubscribePage(language, "", title, text, List.of(), null, words.languages());
    }

    private static Button undoing(UnsubscribeWording words, Extent extent) {
        return Button.other(words.undo(), "&undo=" + extent.word());
    }

    public List<Language> allLanguages() {
        return List.of(Language.values());
    }
}
