package io.aftertouch.feedback.form;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkus.qute.i18n.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormMessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @ValueSource(strings = {"da", "sv", "nb", "de"})
    void everythingIsSaidInEveryLanguageWithTheSameParts(String language) throws IOException {
        Map<String, String> english = Arrays.stream(FormMessages.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .collect(Collectors.toMap(Method::getName, method -> method.getAnnotation(Message.class)
                        .value()));
        Properties translated = new Properties();
        try (var file = FormMessages.class.getResourceAsStream("/messages/form_" + language + ".properties")) {
            translated.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        assertThat(translated.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) ->
                assertThat(placeholders(translated.getProperty(key))).as(key).isEqualTo(placeholders(text)));
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
