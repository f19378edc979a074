package io.aftertouch.feedback.settings;

import java.text.Normalizer;
import java.util.Locale;

/** Makes keys of names: "Weekend support" is weekend-support. */
final class KeyFrom {

    private static final int LONGEST = 64;

    private KeyFrom() {}

    /** @param otherwise when nothing of the name can stand in a key */
    static String name(String name, String otherwise) {
        String key = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return key.isEmpty() ? otherwise : key.substring(0, Math.min(key.length(), LONGEST));
    }
}
