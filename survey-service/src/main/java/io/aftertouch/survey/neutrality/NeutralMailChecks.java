package io.aftertouch.survey.neutrality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** The check with the word lists that ship, {@code /neutral/<language>.json}. */
final class NeutralMailChecks {

    private static final List<String> LANGUAGES = List.of("en", "da", "sv", "nb", "de");

    private NeutralMailChecks() {}

    @Produces
    @Singleton
    static NeutralMailCheck shipped() {
        JsonMapper json = JsonMapper.builder().build();
        return new NeutralMailCheck(
                LANGUAGES.stream().map(language -> read(json, language)).toList());
    }

    private static LoadedWords read(JsonMapper json, String language) {
        String file = "/neutral/" + language + ".json";
        try (var resource = NeutralMailChecks.class.getResourceAsStream(file)) {
            return json.readValue(resource, LoadedWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + file + " cannot be read", e);
        }
    }
}
