package io.aftertouch.feedback.form;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What stands around every page of the form.
 *
 * @param path address of the form that the page belongs to; null when it belongs to none
 * @param optOut address at which the reader can say: do not ask me again; null when nobody was invited
 * @param brand null when nobody is known to ask
 * @param query what the links to the other languages keep, such as {@code &score=9}
 */
record Shell(
        String path,
        String optOut,
        Language language,
        Set<Language> spoken,
        String brand,
        String query,
        int months,
        String css) {

    /** A language that the customer can switch to, or the one that the page is in. */
    record Choice(String tag, String name, boolean current) {}

    public String lang() {
        return language.tag();
    }

    public List<Choice> choices() {
        return Arrays.stream(Language.values())
                .filter(spoken::contains)
                .map(choice -> new Choice(choice.tag(), choice.ownName(), choice == language))
                .toList();
    }

    /** The brand for use within a sentence. */
    public String brandWithin() {
        return Isolated.text(brand);
    }
}
