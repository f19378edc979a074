package io.aftertouch.survey.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The standard wording in one language, as it ships. It is part of the instrument: who changes a question starts a new series of scores.
 *
 * @param questions by scale
 * @param points the worded points by scale, for scales that have them
 */
record WordingPack(
        String language,
        Map<ScaleKey, Question> questions,
        Map<ScaleKey, List<String>> points,
        ByBand followUp,
        ByBand thanks) {

    record Question(String question, String lowLabel, String highLabel) {}

    private static final String SUBJECT = "{subject}";

    SurveyTexts texts(Scale scale, String subject) {
        Question asked = questions.get(scale.key());
        return new SurveyTexts(
                capitalised(asked.question().replace(SUBJECT, subject)),
                asked.lowLabel(),
                asked.highLabel(),
                points.getOrDefault(scale.key(), List.of()),
                followUp,
                thanks);
    }

    /** A question may begin with the subject: "our support" gets a capital there, "eBay" stays as it is. */
    private static String capitalised(String sentence) {
        String firstWord = sentence.split(" ", 2)[0];
        boolean plainWord = firstWord.equals(firstWord.toLowerCase(Locale.ROOT));
        return plainWord ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }
}
