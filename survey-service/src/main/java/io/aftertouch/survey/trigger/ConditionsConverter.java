package io.aftertouch.survey.trigger;

import java.util.Arrays;
import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.judging.Condition;

/** Keeps the conditions of a rule as JSON. */
@Converter
class ConditionsConverter implements AttributeConverter<List<Condition>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(List<Condition> conditions) {
        try {
            return JSON.writeValueAsString(conditions);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Conditions cannot be written as JSON", e);
        }
    }

    @Override
    public List<Condition> convertToEntityAttribute(String json) {
        try {
            return List.copyOf(Arrays.asList(JSON.readValue(json, Condition[].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored conditions cannot be read", e);
        }
    }
}
