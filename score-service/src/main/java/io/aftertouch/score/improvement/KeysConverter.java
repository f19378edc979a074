package io.aftertouch.score.improvement;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps keys of touchpoints, which hold no comma, in one column. */
@Converter
class KeysConverter implements AttributeConverter<SortedSet<String>, String> {

    @Override
    public String convertToDatabaseColumn(SortedSet<String> keys) {
        return String.join(",", keys);
    }

    @Override
    public SortedSet<String> convertToEntityAttribute(String column) {
        return Stream.of(column.split(","))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
