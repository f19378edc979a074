package io.aftertouch.survey.publiclink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.survey.Language;

/** The words of a poster in every language that ships. */
@Singleton
class PosterWordings {

    private final Map<Language, PosterWording> wordings = new EnumMap<>(Language.class);

    PosterWordings() {
        JsonMapper json = JsonMapper.builder().build();
        for (Language language : Language.values()) {
            wordings.put(language, read(json, "/wording/poster/" + language.tag() + ".json"));
        }
    }

    PosterWording in(Language language) {
        return wordings.get(language);
    }

    private static PosterWording read(JsonMapper json, String file) {
        try (var resource = PosterWordings.class.getResourceAsStream(file)) {
            return json.readValue(resource, PosterWording.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The wording " + file + " cannot be read", e);
        }
    }
}
