package io.aftertouch.feedback.review;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** What a case was before its last step as the JSON that its column holds. */
@Converter
class BeforeStepConverter implements AttributeConverter<BeforeStep, String> {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Override
    public String convertToDatabaseColumn(BeforeStep before) {
        try {
            return before == null ? null : JSON.writeValueAsString(before);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public BeforeStep convertToEntityAttribute(String column) {
        try {
            return column == null ? null : JSON.readValue(column, BeforeStep.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a case was before cannot be read", e);
        }
    }
}
