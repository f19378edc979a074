package io.aftertouch.survey.privacy;

/** Another service that keeps something about respondents. */
enum Neighbour {
    FEEDBACK("feedback-service"),
    SCORE("score-service");

    private final String title;

    Neighbour(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
