package io.aftertouch.feedback.review;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is searched: small letters without accents, so that {@code smorrebrod} finds Smørrebrød. Two texts that differ in nothing else have the
 * same bytes.
 */
record FoldedText(String text) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** @param text null folds to nothing */
    static FoldedText of(String text) {
        if (text == null) {
            return new FoldedText("");
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("");
        String small =
                Normalizer.normalize(plain, Form.NFC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return new FoldedText(
                small.replace("ø", "o").replace("æ", "ae").replace("đ", "d").replace("ł", "l"));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
