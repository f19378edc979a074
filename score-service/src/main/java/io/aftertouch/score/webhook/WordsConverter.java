package io.aftertouch.score.webhook;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import io.aftertouch.score.news.NewsType;

/** Keeps names that hold no blank in one column, with blanks in between. */
final class WordsConverter {

    private WordsConverter() {}

    private static String joined(Collection<?> words) {
        return words.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Stream<String> split(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty());
    }

    /** Of news. A type that is not known any more is left out. */
    @Converter
    static final class OfTypes implements AttributeConverter<Set<NewsType>, String> {

        @Override
        public String convertToDatabaseColumn(Set<NewsType> types) {
            return types == null ? null : joined(new TreeSet<>(types));
        }

        @Override
        public Set<NewsType> convertToEntityAttribute(String words) {
            return split(words)
                    .flatMap(word -> NewsType.of(word).stream())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(NewsType.class)));
        }
    }

    /** Keys, such as those of touchpoints. */
    @Converter
    static final class OfKeys implements AttributeConverter<SortedSet<String>, String> {

        @Override
        public String convertToDatabaseColumn(SortedSet<String> keys) {
            return keys == null ? null : joined(keys);
        }

        @Override
        public SortedSet<String> convertToEntityAttribute(String words) {
            return split(words).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
