package io.aftertouch.survey.survey;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a survey says and allows, apart from the scale.
 *
 * @param texts what it says in words of its own
 * @param editWindow for how long after sending a customer can change the answer
 * @param neutralMail whether its e-mail may be sent where only neutral mail is allowed
 */
record SurveySettings(
        String subject,
        String title,
        Language defaultLanguage,
        Map<Language, OwnTexts> texts,
        Duration editWindow,
        boolean neutralMail) {

    SurveySettings {
        texts = texts == null ? Map.of() : Map.copyOf(texts);
    }

    SurveySettings named(String newTitle) {
        return new SurveySettings(subject, newTitle, defaultLanguage, texts, editWindow, neutralMail);
    }

    /** The same on a scale: words for the scores of another one do not fit it. */
    SurveySettings on(ScaleKey scale, ScaleKey before) {
        if (scale == before) {
            return this;
        }
        Map<Language, OwnTexts> fitting = new EnumMap<>(Language.class);
        texts.forEach((language, own) -> fitting.put(language, own.withoutScores()));
        return new SurveySettings(subject, title, defaultLanguage, fitting, editWindow, neutralMail);
    }

    OwnTexts texts(Language language) {
        return texts.getOrDefault(language, OwnTexts.NONE);
    }

    /** As the API shows them, the languages in their fixed order. */
    Map<String, OwnTexts> textsByTag() {
        Map<String, OwnTexts> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            if (texts.containsKey(language)) {
                byTag.put(language.tag(), texts.get(language));
            }
        }
        return byTag;
    }
}
