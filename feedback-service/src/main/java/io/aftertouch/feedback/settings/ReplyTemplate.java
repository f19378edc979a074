package io.aftertouch.feedback.settings;

import java.util.Map;
import java.util.Optional;

/** Words to start a reply from, in the languages in which somebody has written them. */
public record ReplyTemplate(String key, String name, Map<String, ReplyText> texts) {

    /** The words in a language. */
    public Optional<ReplyText> in(String language) {
        return Optional.ofNullable(texts.get(language));
    }
}
