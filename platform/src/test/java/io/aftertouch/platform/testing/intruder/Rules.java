package io.aftertouch.platform.testing.intruder;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a document says that a value must be. Only what it says for certain counts: a service may always be stricter. */
final class Rules {

    /** How {@code @NotBlank} is told; all others are meant from end to end. */
    private static final String NOT_BLANK = "\\S";

    private Rules() {}

    static boolean forbid(ObjectNode schema, boolean required, JsonNode value) {
        String type = schema.path("type").asText();
        if (value.isNull()) {
            return required;
        }
        if (value.isPojo() || type.isEmpty()) {
            return false;
        }
        return switch (type) {
            case "string" -> !value.isTextual() || forbidText(schema, value.asText());
            case "integer" -> !value.isIntegralNumber() || forbidNumber(schema, value);
            case "number" -> !value.isNumber() || forbidNumber(schema, value);
            case "boolean" -> !value.isBoolean();
            case "array" -> !value.isArray() || forbidList(schema, value);
            case "object" -> !value.isObject();
            default -> throw new IllegalArgumentException("A schema of the type " + type);
        };
    }

    private static boolean forbidText(ObjectNode schema, String text) {
        if (schema.has("enum")) {
            Set<String> words = new HashSet<>();
            schema.get("enum").forEach(word -> words.add(word.asText()));
            return !words.contains(text);
        }
        if (text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)
                || text.length() < schema.path("minLength").asInt()) {
            return true;
        }
        if (schema.has("pattern")) {
            var matcher = Pattern.compile(schema.get("pattern").asText()).matcher(text);
            return schema.get("pattern").asText().equals(NOT_BLANK) ? !matcher.find() : !matcher.matches();
        }
        return !hasFormat(schema.path("format").asText(), text);
    }

    private static boolean hasFormat(String format, String text) {
        try {
            switch (format) {
                case "date-time" -> OffsetDateTime.parse(text);
                case "date" -> LocalDate.parse(text);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (DateTimeException e) {
            return format.equals("date-time") && isInstant(text);
        }
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean forbidNumber(ObjectNode schema, JsonNode number) {
        return schema.has("maximum")
                        && number.decimalValue().compareTo(schema.get("maximum").decimalValue()) > 0
                || schema.has("minimum")
                        && number.decimalValue().compareTo(schema.get("minimum").decimalValue()) < 0
                || schema.path("format").asText().equals("int32") && !number.canConvertToInt()
                || schema.path("format").asText().equals("int64") && !number.canConvertToLong();
    }

    private static boolean forbidList(ObjectNode schema, JsonNode list) {
        Set<JsonNode> different = new HashSet<>();
        list.forEach(different::add);
        int size = schema.path("uniqueItems").asBoolean() ? different.size() : list.size();
        return size > schema.path("maxItems").asInt(Integer.MAX_VALUE)
                || size < schema.path("minItems").asInt();
    }
}
