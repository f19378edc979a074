package io.aftertouch.feedback.review;

/** What can be done with several cases at once. */
public enum BulkStep {
    TAKE("taken"),
    RELEASE("given back"),
    ASSIGN("assigned"),
    SNOOZE("snoozed"),
    WAKE("woken"),
    SPAM("marked as spam"),
    RESOLVE("resolved"),
    REOPEN("reopened"),
    UNDO("put back as before");

    private final String done;

    BulkStep(String done) {
        this.done = done;
    }

    /** As it is said when it is done: "taken". */
    public String done() {
        return done;
    }
}
