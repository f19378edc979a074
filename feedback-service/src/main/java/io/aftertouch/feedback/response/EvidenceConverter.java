package io.aftertouch.feedback.response;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Maps evidence to its JSON column. */
@Converter
public class EvidenceConverter implements AttributeConverter<Evidence, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Evidence evidence) {
        try {
            return evidence == null ? null : JSON.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Evidence convertToEntityAttribute(String column) {
        return read(column);
    }

    /** @param column null reads as none */
    static Evidence read(String column) {
        try {
            return column == null ? null : JSON.readValue(column, Evidence.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence cannot be read", e);
        }
    }
}
