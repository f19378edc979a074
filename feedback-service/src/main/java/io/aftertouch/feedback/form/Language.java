package io.aftertouch.feedback.form;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that the form speaks, each with its own name and its way to write a day and a number. */
enum Language {
    EN("en", "English", "d MMMM", "Your order"),
    DA("da", "Dansk", "d. MMMM", "Din ordre"),
    SV("sv", "Svenska", "d MMMM", "Din beställning"),
    NB("nb", "Norsk", "d. MMMM", "Bestillingen din"),
    DE("de", "Deutsch", "d. MMMM", "Ihre Bestellung");

    private final String tag;
    private final String name;
    private final String sampleOccasion;
    private final Locale locale;
    private final DateTimeFormatter day;

    Language(String tag, String name, String day, String sampleOccasion) {
        this.tag = tag;
        this.name = name;
        this.sampleOccasion = sampleOccasion;
        this.locale = Locale.forLanguageTag(tag);
        this.day = DateTimeFormatter.ofPattern(day, locale);
    }

    /** The language of a tag such as {@code da-DK} or {@code sv_SE}; any Norwegian is bokmål. */
    static Optional<Language> of(String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        String known = primary.equals("no") || primary.equals("nn") ? "nb" : primary;
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(known))
                .findFirst();
    }

    String tag() {
        return tag;
    }

    String ownName() {
        return name;
    }

    /** What a form asks about as long as it asks about nothing. */
    String sampleOccasion() {
        return sampleOccasion;
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String number(int number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String quoted(String text) {
        return switch (this) {
            case EN, DA -> "“" + text + "”";
            case SV -> "”" + text + "”";
            case NB -> "«" + text + "»";
            case DE -> "„" + text + "“";
        };
    }

    /** The label as it reads within a sentence: "Not at all likely" becomes "not at all likely". */
    String withinSentence(String label) {
        if (label.isEmpty()) {
            return label;
        }
        int second = label.offsetByCodePoints(0, 1);
        return label.substring(0, second).toLowerCase(locale) + label.substring(second);
    }
}
