package io.aftertouch.survey.trigger;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.judging.SendingRule;

/** Keeps what the contact policy says by name as JSON objects of texts. */
final class PolicyMaps {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PolicyMaps() {}

    /** Rests by survey. */
    @Converter
    static class Surveys implements AttributeConverter<SortedMap<String, Duration>, String> {

        @Override
        public String convertToDatabaseColumn(SortedMap<String, Duration> rests) {
            return write(rests, IsoDuration::text);
        }

        @Override
        public SortedMap<String, Duration> convertToEntityAttribute(String json) {
            return read(json, Duration::parse);
        }
    }

    /** Sending rules by country. */
    @Converter
    static class Countries implements AttributeConverter<SortedMap<String, SendingRule>, String> {

        @Override
        public String convertToDatabaseColumn(SortedMap<String, SendingRule> rules) {
            return write(rules, SendingRule::name);
        }

        @Override
        public SortedMap<String, SendingRule> convertToEntityAttribute(String json) {
            return read(json, SendingRule::valueOf);
        }
    }

    private static <V> String write(SortedMap<String, V> map, Function<V, String> text) {
        SortedMap<String, String> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put(key, text.apply(value)));
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The contact policy cannot be written as JSON", e);
        }
    }

    private static <V> SortedMap<String, V> read(String json, Function<String, V> value) {
        try {
            SortedMap<String, V> map = new TreeMap<>();
            JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {})
                    .forEach((key, text) -> map.put(key, value.apply(text)));
            return map;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored contact policy cannot be read", e);
        }
    }
}
