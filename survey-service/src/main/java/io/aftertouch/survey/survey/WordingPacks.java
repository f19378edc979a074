package io.aftertouch.survey.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** The wording packs of all languages that ship. */
@Singleton
class WordingPacks {

    private final Map<Language, WordingPack> packs = new LinkedHashMap<>();

    WordingPacks() {
        JsonMapper json = JsonMapper.builder().build();
        for (Language language : Language.values()) {
            packs.put(language, read(json, language));
        }
    }

    /** The words of a survey in every language, the languages in their fixed order. */
    SequencedMap<String, SurveyTexts> texts(Scale scale, String subject) {
        return texts(scale, subject, Map.of());
    }

    /** @param own what the survey says in words of its own */
    SequencedMap<String, SurveyTexts> texts(Scale scale, String subject, Map<Language, OwnTexts> own) {
        SequencedMap<String, SurveyTexts> texts = new LinkedHashMap<>();
        packs.forEach((language, pack) ->
                texts.put(language.tag(), pack.texts(scale, subject, own.getOrDefault(language, OwnTexts.NONE))));
        return texts;
    }

    /** What a survey said in words of its own when its words became these, by language tag; languages without any are left out. */
    Map<Language, OwnTexts> own(Scale scale, String subject, Map<String, SurveyTexts> said) {
        Map<Language, OwnTexts> own = new EnumMap<>(Language.class);
        packs.forEach((language, pack) -> Optional.ofNullable(said.get(language.tag()))
                .map(texts -> pack.own(scale, subject, texts))
                .filter(texts -> !texts.equals(OwnTexts.NONE))
                .ifPresent(texts -> own.put(language, texts)));
        return own;
    }

    /** The words in one language with {subject} still to be filled in, as somebody edits them. */
    SurveyTexts toEdit(Scale scale, Language language, OwnTexts own) {
        return packs.get(language).texts(scale, WordingPack.SUBJECT, own.withoutSubject());
    }

    private static WordingPack read(JsonMapper json, Language language) {
        String file = "/wording/" + language.tag() + ".json";
        try (var resource = WordingPacks.class.getResourceAsStream(file)) {
            return json.readValue(resource, WordingPack.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The wording pack " + file + " cannot be read", e);
        }
    }
}
