package io.aftertouch.survey.optout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.survey.Language;

/** The words of the page that ends all questions, in every language that ships. */
@Singleton
class UnsubscribeWordings {

    private final Map<Language, UnsubscribeWording> wordings = new EnumMap<>(Language.class);

    UnsubscribeWordings() {
        JsonMapper json = JsonMapper.builder().build();
        for (Language language : Language.values()) {
            wordings.put(language, read(json, "/wording/unsubscribe/" + language.tag() + ".json"));
        }
    }

    UnsubscribeWording in(Language language) {
        return wordings.get(language);
    }

    private static UnsubscribeWording read(JsonMapper json, String file) {
        try (var resource = UnsubscribeWordings.class.getResourceAsStream(file)) {
            return json.readValue(resource, UnsubscribeWording.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The wording " + file + " cannot be read", e);
        }
    }
}
