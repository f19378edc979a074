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
    WITHDRAWN("The customer withdrew the answer"),
    /** Nobody's to choose either: nothing is known any more of who it was. */
    ERASED("The answer was erased");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** Those that a person closes a case with. */
    public static List<Outcome> toChoose() {
        return Arrays.stream(values()).filter(Outcome::isToChoose).toList();
    }

    boolean isToChoose() {
        return this != WITHDRAWN && this != ERASED;
    }

    public String words() {
        return words;
    }
}
