package io.aftertouch.score.alert;

/** What can happen to an alert. */
public enum Step {
    OPENED("opened"),
    MOVED("is told otherwise"),
    GREW("grew"),
    RECOVERED("recovered"),
    SILENT("ended, since there are no answers any more"),
    REOPENED("came back"),
    ACKNOWLEDGED("acknowledged"),
    MUTED("muted"),
    UNMUTED("unmuted");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    /** As a line of the history begins. */
    public String words() {
        return words;
    }
}
