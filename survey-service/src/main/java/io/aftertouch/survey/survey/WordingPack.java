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

    static final String SUBJECT = "{subject}";

    /**
     * All words of a survey in this language.
     *
     * @param own what the survey says in words of its own; the rest is said as it ships
     */
    SurveyTexts texts(Scale scale, String subject, OwnTexts own) {
        Question asked = questions.get(scale.key());
        String rated = or(own.subject(), subject);
        List<String> scores = own.points(points.getOrDefault(scale.key(), List.of()));
        boolean worded = !scores.isEmpty();
        return new SurveyTexts(
                filled(or(own.question(), asked.question()), rated),
                worded ? scores.getFirst() : or(own.lowLabel(), asked.lowLabel()),
                worded ? scores.getLast() : or(own.highLabel(), asked.highLabel()),
                scores,
                filled(own.followUp(), followUp, rated),
                filled(own.thanks(), thanks, rated));
    }

    /** What a survey said in words of its own when all its words in this language became these: the other way round of {@link #texts}. */
    OwnTexts own(Scale scale, String subject, SurveyTexts said) {
        SurveyTexts usual = texts(scale, subject, OwnTexts.NONE);
        boolean worded = scale.key().isWorded();
        return new OwnTexts(
                null,
                own(said.question(), usual.question(), subject),
                worded || said.lowLabel().equals(usual.lowLabel()) ? null : said.lowLabel(),
                worded || said.highLabel().equals(usual.highLabel()) ? null : said.highLabel(),
                said.points().equals(usual.points()) ? null : said.points(),
                own(said.followUp(), usual.followUp(), subject),
                own(said.thanks(), usual.thanks(), subject));
    }

    private static OwnByBand own(ByBand said, ByBand usual, String subject) {
        return OwnByBand.of(
                own(said.negative(), usual.negative(), subject),
                own(said.neutral(), usual.neutral(), subject),
                own(said.positive(), usual.positive(), subject));
    }

    private static String own(String said, String usual, String subject) {
        String open = said.replace(subject, SUBJECT);
        boolean saysTheSame = filled(open, subject).equals(said);
        return said.equals(usual) ? null : saysTheSame ? open : said;
    }

    private static ByBand filled(OwnByBand own, ByBand usual, String subject) {
        OwnByBand chosen = own == null ? OwnByBand.NONE : own;
        return new ByBand(
                filled(or(chosen.negative(), usual.negative()), subject),
                filled(or(chosen.neutral(), usual.neutral()), subject),
                filled(or(chosen.positive(), usual.positive()), subject));
    }

    private static String filled(String text, String subject) {
        String filled = text.replace(SUBJECT, subject);
        return text.startsWith(SUBJECT) ? capitalised(filled) : filled;
    }

    private static String or(String own, String usual) {
        return own == null ? usual : own;
    }

    /** A question may begin with the subject: "our support" gets a capital there, "eBay" stays as it is. */
    private static String capitalised(String sentence) {
        String firstWord = sentence.split(" ", 2)[0];
        boolean plainWord = firstWord.equals(firstWord.toLowerCase(Locale.ROOT));
        return plainWord ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }
}
