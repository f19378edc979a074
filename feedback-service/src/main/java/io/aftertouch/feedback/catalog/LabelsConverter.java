package io.aftertouch.feedback.catalog;

import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Maps labels to their JSON column. */
@Converter
public class LabelsConverter implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> labels) {
        return labels == null ? null : Labels.toJson(labels);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        return Labels.fromJson(column);
    }
}
