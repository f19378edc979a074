package io.aftertouch.feedback.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules that flag as a form: a word a line for each language, numbers for the rest. */
final class FlagsForm {

    private FlagsForm() {}

    /** A language on the page. */
    record Language(String field, String name) {}

    static List<Language> languages() {
        return AlarmingWords.LANGUAGES.stream()
                .map(language -> new Language(
                        field(language), Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH)))
                .toList();
    }

    private static String field(String language) {
        return "alarmingWords." + language;
    }

    static Typed of(Versioned<FlagRules> current) {
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(current.version()));
        current.value()
                .alarming()
                .byLanguage()
                .forEach((language, words) -> values.put(field(language), String.join("\n", words)));
        values.put("repeats", Integer.toString(current.value().repeats()));
        values.put("repeatsWithin", Long.toString(current.value().within().toDays()));
        return Typed.of(values);
    }

    static ChangeFlags read(Typed typed) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        AlarmingWords.LANGUAGES.forEach(language -> words.put(language, typed.lines(field(language))));
        String days = typed.value("repeatsWithin").strip();
        return new ChangeFlags(
                words, number(typed.value("repeats").strip()), days.matches("\\d{1,4}") ? "P" + days + "D" : days);
    }

    /** @return null when it is none, for the rules to refuse */
    private static Integer number(String text) {
        return text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
    }
}
