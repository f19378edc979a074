package io.aftertouch.score.improvement;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Keeps money figures as a JSON object. */
@Converter
class MoneyFiguresConverter implements AttributeConverter<MoneyFigures, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(MoneyFigures money) {
        try {
            return money == null ? null : JSON.writeValueAsString(money);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Money figures cannot be written as JSON", e);
        }
    }

    @Override
    public MoneyFigures convertToEntityAttribute(String json) {
        try {
            return json == null ? null : JSON.readValue(json, MoneyFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored money figures cannot be read", e);
        }
    }
}
