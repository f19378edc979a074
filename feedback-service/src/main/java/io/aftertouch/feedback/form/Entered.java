package io.aftertouch.feedback.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.response.Text;

/**
 * What a customer chose and typed.
 *
 * @param score null when nothing on the scale was chosen
 * @param comment as typed, null when nothing was
 */
record Entered(Integer score, String comment) {

    private static final int LONGEST_COMMENT = 2_000;

    /** What a link or a sent form says, read as far as it can be read. Browsers send line ends as CR LF. */
    static Entered read(String score, String comment, Scale scale) {
        return new Entered(scoreOn(scale, score), comment == null ? null : comment.replace("\r\n", "\n"));
    }

    /** What was answered, to be changed. */
    static Entered of(SurveyResponse response) {
        return new Entered(response.rating().score(), response.comment());
    }

    /** Whether it says what was answered before. */
    boolean isSameAs(SurveyResponse response) {
        return Objects.equals(score, response.rating().score()) && Objects.equals(commentOrNull(), response.comment());
    }

    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (score == null) {
            mistakes.add(Mistake.NO_SCORE);
        }
        if (comment != null && !Text.Check.isStorable(comment)) {
            mistakes.add(Mistake.COMMENT_NOT_STORABLE);
        } else if (commentLength() > LONGEST_COMMENT) {
            mistakes.add(Mistake.COMMENT_TOO_LONG);
        }
        return mistakes;
    }

    int commentLength() {
        return comment == null ? 0 : Text.Check.length(comment);
    }

    String commentOrNull() {
        return comment == null || comment.isBlank() ? null : comment;
    }

    private static Integer scoreOn(Scale scale, String text) {
        if (text == null || !text.matches("[0-9]{1,3}")) {
            return null;
        }
        int score = Integer.parseInt(text);
        return scale.holds(score) ? score : null;
    }
}
