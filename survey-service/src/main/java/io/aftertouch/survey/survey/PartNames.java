package io.aftertouch.survey.survey;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parts of a survey are called on pages: {@code texts.da.question} is "Question in Danish". */
final class PartNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("scale", "Scale"),
            Map.entry("subject", "What is rated"),
            Map.entry("title", "Title"),
            Map.entry("brand.name", "Name of the company"),
            Map.entry("brandName", "Name of the company"),
            Map.entry("brand.logo", "Logo"),
            Map.entry("brand.accent", "Accent colour"),
            Map.entry("defaultLanguage", "Default language"),
            Map.entry("editWindow", "Time to change an answer"),
            Map.entry("neutralMail", "Neutral mail"),
            Map.entry("key", "Key"),
            Map.entry("question", "Question"),
            Map.entry("lowLabel", "Low end"),
            Map.entry("highLabel", "High end"),
            Map.entry("points", "Points"),
            Map.entry("followUp.negative", "Follow-up after a negative answer"),
            Map.entry("followUp.neutral", "Follow-up after a neutral answer"),
            Map.entry("followUp.positive", "Follow-up after a positive answer"),
            Map.entry("thanks.negative", "Thanks for a negative answer"),
            Map.entry("thanks.neutral", "Thanks for a neutral answer"),
            Map.entry("thanks.positive", "Thanks for a positive answer"));

    private static final Pattern IN_LANGUAGE = Pattern.compile("texts\\.([a-z]{2})\\.(.*)");

    private PartNames() {}

    static String of(String part) {
        Matcher text = IN_LANGUAGE.matcher(part);
        if (text.matches()) {
            String name = NAMES.getOrDefault(text.group(2).replaceFirst("^points.*", "points"), text.group(2));
            return Language.ofTag(text.group(1))
                    .map(language -> name + " in " + inEnglish(language))
                    .orElse(name);
        }
        return NAMES.getOrDefault(part, part);
    }

    /** "Danish". */
    static String inEnglish(Language language) {
        return language == Language.NB ? "Norwegian" : language.locale().getDisplayLanguage(Locale.ENGLISH);
    }
}
