package io.aftertouch.survey.optout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.survey.Language;

/** The words of the pages on which people ask to be left alone, in every language that ships. */
@Singleton
class UnsubscribeWordings {

    private final Map<Language, UnsubscribeWording> unsubscribing = new EnumMap<>(Language.class);
    private final Map<Language, ErasureWording> erasing = new EnumMap<>(Language.class);

    UnsubscribeWordings() {
        JsonMapper json = JsonMapper.builder().build();
        for (Language language : Language.values()) {
            unsubscribing.put(
                    language, read(json, "/wording/unsubscribe/" + language.tag() + ".json", UnsubscribeWording.class));
            erasing.put(language, read(json, "/wording/erasure/" + language.tag() + ".json", ErasureWording.class));
        }
    }

    UnsubscribeWording in(Language language) {
        return unsubscribing.get(language);
    }

    ErasureWording ofErasureIn(Language language) {
        return erasing.get(language);
    }

    private static <T> T read(JsonMapper json, String file, Class<T> type) {
        try (var resource = UnsubscribeWordings.class.getResourceAsStream(file)) {
            return json.readValue(resource, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The wording " + file + " cannot be read", e);
        }
    }
}
