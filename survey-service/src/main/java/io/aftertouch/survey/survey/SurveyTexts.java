package io.aftertouch.survey.survey;

import java.util.List;

/**
 * All words of a survey in one language.
 *
 * @param question with the subject filled in
 * @param lowLabel what the lowest score means
 * @param points one word for each score from the lowest, or empty when the scores are shown as numbers
 * @param followUp the question for the comment
 * @param thanks what is said after the answer
 */
public record SurveyTexts(
        String question, String lowLabel, String highLabel, List<String> points, ByBand followUp, ByBand thanks) {}
