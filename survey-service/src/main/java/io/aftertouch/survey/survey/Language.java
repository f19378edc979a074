package io.aftertouch.survey.survey;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The languages in which customers are asked. */
public enum Language {
    @JsonProperty("en")
    @JsonAlias("EN")
    EN("English"),
    @JsonProperty("da")
    @JsonAlias("DA")
    DA("Dansk"),
    @JsonProperty("sv")
    @JsonAlias("SV")
    SV("Svenska"),
    @JsonProperty("nb")
    @JsonAlias("NB")
    NB("Norsk"),
    @JsonProperty("de")
    @JsonAlias("DE")
    DE("Deutsch");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** As it stands in documents and addresses: {@code da}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language in its own words: {@code Dansk}. */
    public String ownName() {
        return ownName;
    }

    /** For dates and numbers. */
    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** The language with exactly this tag. */
    static Optional<Language> ofTag(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The language of a locale such as {@code da-DK}, {@code de_AT} or {@code no}; empty when it is none of ours. */
    public static Optional<Language> of(String locale) {
        if (locale == null) {
            return Optional.empty();
        }
        String tag = locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        String written = tag.equals("no") || tag.equals("nn") ? "nb" : tag;
        return Stream.of(values())
                .filter(language -> language.tag().equals(written))
                .findFirst();
    }
}
