package io.aftertouch.feedback.form;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.aftertouch.feedback.catalog.Brand;
import io.aftertouch.feedback.catalog.Logo;

/**
 * What stands around every page of the form.
 *
 * @param path address of the form that the page belongs to; null when it belongs to none
 * @param optOut address at which the reader can say: do not ask me again; null when nobody was invited
 * @param brand null when nobody is known to ask
 * @param query what the links to the other languages keep, such as {@code &score=9}
 * @param style what the page carries within it, in the colours of the house
 * @param ancestors who may show the page in a frame, as a browser reads it
 * @param preview whether it is only looked at: nothing on it leads anywhere
 */
record Shell(
        String path,
        String optOut,
        Language language,
        Set<Language> spoken,
        Brand brand,
        String query,
        int months,
        FormStyle style,
        String ancestors,
        boolean preview) {

    /** Nobody may show the page in a frame. */
    static final String NOBODY = "'none'";

    /** Pages of our own may. */
    static final String OURSELVES = "'self'";

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

    /** The name of whoever asks; null when nobody is known to. */
    public String brandName() {
        return brand == null ? null : brand.name();
    }

    /** The name for use within a sentence. */
    public String brandWithin() {
        return Isolated.text(brandName());
    }

    /** Null when there is none. */
    public Logo logo() {
        return brand == null ? null : brand.logo();
    }

    /** The style sheet in the colours of the brand. */
    public String css() {
        return style.in(brand);
    }

    public String script() {
        return style.script();
    }

    /** What a browser lets the page do. */
    String policy() {
        return style.policy(css(), ancestors, preview);
    }
}
