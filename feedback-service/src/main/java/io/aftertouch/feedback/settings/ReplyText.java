package io.aftertouch.feedback.settings;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Subject and text of a reply. In a template they hold {placeholders}. */
public record ReplyText(String subject, String text) {

    /** What can stand in a template; the greeting by name is added when the reply is sent, since names are not known here. */
    public static final Set<String> PLACEHOLDERS = Set.of("brand", "date", "touchpoint", "agent");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** @param values by placeholder */
    public ReplyText filled(Map<String, String> values) {
        return new ReplyText(filled(subject, values).replaceAll("\\R", " "), filled(text, values));
    }

    private static String filled(String words, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** What stands in braces and is no placeholder. */
    Set<String> unknownPlaceholders() {
        return PLACEHOLDER
                .matcher(subject + text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !PLACEHOLDERS.contains(name))
                .collect(Collectors.toSet());
    }
}
