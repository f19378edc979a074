package io.aftertouch.survey.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.survey.Language;

/** The words around the question in every language that ships. */
@Singleton
class MailWordings {

    private final Map<Language, MailWording> wordings = new EnumMap<>(Language.class);

    MailWordings() {
        JsonMapper json = JsonMapper.builder().build();
        for (Language language : Language.values()) {
            wordings.put(language, read(json, "/wording/mail/" + language.tag() + ".json"));
        }
    }

    MailWording in(Language language) {
        return wordings.get(language);
    }

    private static MailWording read(JsonMapper json, String file) {
        try (var resource = MailWordings.class.getResourceAsStream(file)) {
            return json.readValue(resource, MailWording.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The wording " + file + " cannot be read", e);
        }
    }
}
