package io.aftertouch.feedback.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The brand of a survey version as the JSON that its column holds. */
@Converter
class BrandConverter implements AttributeConverter<Brand, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Brand brand) {
        try {
            return brand == null ? null : JSON.writeValueAsString(brand);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Brand convertToEntityAttribute(String column) {
        try {
            return column == null ? null : JSON.readValue(column, Brand.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The brand of a survey version cannot be read", e);
        }
    }
}
