package io.aftertouch.feedback.catalog;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Segments and attributes ({@code country:DK}) as the JSON that their columns hold: sorted, so that equal labels are equal text. */
public final class Labels {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int LONGEST = 64;

    private Labels() {}

    public static String toJson(Map<String, String> labels) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(labels));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param json null reads as no labels */
    public static SortedMap<String, String> fromJson(String json) {
        if (json == null) {
            return new TreeMap<>();
        }
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Labels cannot be read", e);
        }
    }

    /** Those that can be looked for: longer ones are shown and not found. */
    public static Map<String, String> searchable(Map<String, String> labels) {
        return labels.entrySet().stream()
                .filter(label -> isShort(label.getKey()) && isShort(label.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isShort(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST;
    }
}
