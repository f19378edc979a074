package io.aftertouch.feedback.review;

import java.util.Arrays;
import java.util.List;

/** How a case ended. */
public enum Outcome {
    PUT_RIGHT("Put right"),
    EXPLAINED("Explained"),
    NOT_OUR_DOING("Not our doing"),
    UNREACHABLE("Could not reach the customer"),
    /** Nobody's to choose: the customer took the answer back. */
    WITHDRAWN("The customer withdrew the answer");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** Those that a person closes a case with. */
    public static List<Outcome> toChoose() {
        return Arrays.stream(values()).filter(outcome -> outcome != WITHDRAWN).toList();
    }

    public String words() {
        return words;
    }
}
