package io.aftertouch.survey.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.survey.Language;

/** Text messages in every language that ships. */
@Singleton
class SmsWordings {

    private final Map<Language, SmsWording> wordings = new EnumMap<>(Language.class);

    SmsWordings() {
        JsonMapper json = JsonMapper.builder().build();
        for (Language language : Language.values()) {
            wordings.put(language, read(json, "/wording/sms/" + language.tag() + ".json"));
        }
    }

    /** {@code {brand}}, {@code {link}} and {@code {unsubscribe}} are filled in. */
    record SmsWording(String invitation, String reminder) {}

    String write(Dispatch.Text text) {
        SmsWording wording = wordings.get(text.language());
        return (text.reminder() ? wording.reminder() : wording.invitation())
                .replace("{link}", text.link().toString())
                .replace("{unsubscribe}", text.unsubscribe().toString())
                .replace("{brand}", text.brand().replaceAll("\\p{Cntrl}+", " ").strip());
    }

    private static SmsWording read(JsonMapper json, String file) {
        try (var resource = SmsWordings.class.getResourceAsStream(file)) {
            return json.readValue(resource, SmsWording.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The wording " + file + " cannot be read", e);
        }
    }
}
