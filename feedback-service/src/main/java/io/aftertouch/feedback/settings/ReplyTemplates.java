package io.aftertouch.feedback.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The words that replies start from, in the order in which they are offered. */
public record ReplyTemplates(List<ReplyTemplate> templates) {

    /** The languages that the suite speaks to customers. */
    public static final List<String> LANGUAGES = List.of("en", "da", "sv", "nb", "de");

    static final ReplyTemplates DELIVERED = delivered();

    public Optional<ReplyTemplate> find(String key) {
        return templates.stream().filter(template -> template.key().equals(key)).findFirst();
    }

    /** The language of a locale such as {@code da-DK}, {@code nn} or {@code no}; empty when it is none of ours. */
    public static Optional<String> languageOf(String locale) {
        String language = locale == null
                ? ""
                : Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
        String written = language.equals("no") || language.equals("nn") ? "nb" : language;
        return LANGUAGES.contains(written) ? Optional.of(written) : Optional.empty();
    }

    /** What a language is called on pages of the staff. */
    public static String nameOf(String language) {
        return Locale.forLanguageTag(language)
                .getDisplayLanguage(Locale.ENGLISH)
                .replace(" Bokmål", "");
    }

    private static ReplyTemplates delivered() {
        try (var file = ReplyTemplates.class.getResourceAsStream("/replies/templates.json")) {
            return new ObjectMapper().readValue(file, ReplyTemplates.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
