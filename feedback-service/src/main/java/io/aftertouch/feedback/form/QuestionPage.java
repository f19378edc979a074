package io.aftertouch.feedback.form;

import java.util.List;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.ByBand;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Wording;

/**
 * The question as the customer sees it.
 *
 * @param about the occasion's name and day; null when it has none
 * @param entered what was chosen and typed so far
 * @param mistakes why it was not stored; empty when it was not tried
 * @param submission goes with the answer, so that the form counts once; null where something else sees to that
 * @param stamp goes with the answer too, and tells when the form was shown; null where nothing can be sent
 */
record QuestionPage(
        Shell shell,
        SurveyVersion survey,
        Wording wording,
        About about,
        Entered entered,
        List<Mistake> mistakes,
        String submission,
        String stamp) {

    /** The occasion that is asked about; its day is null when it is now. */
    record About(String name, String date) {}

    /** One score to choose. */
    record Point(int score, String words, String band, boolean chosen, boolean first) {}

    public boolean worded() {
        return !wording.points().isEmpty();
    }

    public boolean agreement() {
        return survey.scale().key().equals("CES_2");
    }

    public List<Point> points() {
        Scale scale = survey.scale();
        return scale.scores().stream()
                .map(score -> new Point(
                        score,
                        worded() ? wording.points().get(score - scale.min()) : String.valueOf(score),
                        cssClass(scale.bandOf(score)),
                        entered.score() != null && entered.score() == score,
                        score == scale.min()))
                .toList();
    }

    public int min() {
        return survey.scale().min();
    }

    public int max() {
        return survey.scale().max();
    }

    public String lowWithin() {
        return shell.language().withinSentence(wording.lowLabel());
    }

    public String highWithin() {
        return shell.language().withinSentence(wording.highLabel());
    }

    public ByBand followUp() {
        return wording.followUp();
    }

    public String comment() {
        return entered.comment() == null ? "" : entered.comment();
    }

    public boolean refused() {
        return !mistakes.isEmpty();
    }

    public boolean scoreMissing() {
        return mistakes.contains(Mistake.NO_SCORE);
    }

    public boolean commentTooLong() {
        return mistakes.contains(Mistake.COMMENT_TOO_LONG);
    }

    public boolean commentNotStorable() {
        return mistakes.contains(Mistake.COMMENT_NOT_STORABLE);
    }

    public boolean commentWrong() {
        return commentTooLong() || commentNotStorable();
    }

    public boolean busy() {
        return mistakes.contains(Mistake.BUSY);
    }

    public boolean stale() {
        return mistakes.contains(Mistake.STALE);
    }

    public boolean tooFast() {
        return mistakes.contains(Mistake.TOO_FAST);
    }

    public String commentLength() {
        return shell.language().number(entered.commentLength());
    }

    static String cssClass(Band band) {
        return switch (band) {
            case NEGATIVE -> "neg";
            case NEUTRAL -> "neu";
            case POSITIVE -> "pos";
        };
    }
}
