package io.aftertouch.feedback.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a review case stands. */
public enum CaseState {
    /** Nobody has it yet. */
    NEW(true),
    /** Somebody works on it. */
    IN_PROGRESS(true),
    /** Somebody has it and waits for the customer or a colleague. */
    WAITING(true),
    /** Put aside until a time. */
    SNOOZED(true),
    /** The loop is closed. */
    RESOLVED(false),
    /** Not an answer of a customer. */
    SPAM(false);

    /** The states in which somebody still has to do something. */
    public static final Set<CaseState> OPEN = Arrays.stream(values())
            .filter(CaseState::isOpen)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));

    private final boolean open;

    CaseState(boolean open) {
        this.open = open;
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return open;
    }

    /** As it is said: "in progress". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As it is headed: "In progress". */
    public String label() {
        return words().substring(0, 1).toUpperCase(Locale.ROOT) + words().substring(1);
    }
}
