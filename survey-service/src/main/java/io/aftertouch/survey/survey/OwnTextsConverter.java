package io.aftertouch.survey.survey;

import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Keeps a survey's own texts as JSON. */
@Converter
class OwnTextsConverter implements AttributeConverter<Map<Language, OwnTexts>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(Map<Language, OwnTexts> texts) {
        try {
            return texts == null || texts.isEmpty() ? null : JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts cannot be written as JSON", e);
        }
    }

    @Override
    public Map<Language, OwnTexts> convertToEntityAttribute(String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored texts cannot be read", e);
        }
    }
}
