package io.aftertouch.feedback.review;

/** How a case ended. */
public enum Outcome {
    PUT_RIGHT("Put right"),
    EXPLAINED("Explained"),
    NOT_OUR_DOING("Not our doing"),
    UNREACHABLE("Could not reach the customer");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
