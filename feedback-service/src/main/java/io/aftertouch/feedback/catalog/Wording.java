package io.aftertouch.feedback.catalog;

import java.util.List;
import java.util.Objects;

/**
 * A survey in one language.
 *
 * @param points the words of each score, lowest first; empty when the scale is one of plain numbers
 * @param followUp what the comment is asked with
 * @param thanks what the customer reads after sending; null when the house words will do
 */
public record Wording(
        String question, String lowLabel, String highLabel, List<String> points, ByBand followUp, ByBand thanks) {

    public Wording {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(lowLabel, "lowLabel");
        Objects.requireNonNull(highLabel, "highLabel");
        Objects.requireNonNull(followUp, "followUp");
        points = List.copyOf(Objects.requireNonNullElse(points, List.of()));
    }

    /** @throws IllegalArgumentException when there are points, but not one for each score */
    void mustFit(int scores) {
        if (!points.isEmpty() && points.size() < scores) {
            throw new IllegalArgumentException(points.size() + " words for " + scores + " scores");
        }
    }
}
