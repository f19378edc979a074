package io.aftertouch.survey.neutrality;

/**
 * A place at which an e-mail would not be neutral.
 *
 * @param text which text, by the name that the API knows it by: {@code texts.da.question}
 * @param language of the text by its tag, null for what is the same in all of them
 * @param found the very characters
 */
public record Finding(String text, String language, String found, Flaw flaw) {

    /** In words for whoever wrote the text. */
    public String words() {
        return "“" + found + "” " + flaw.words();
    }
}
