package io.aftertouch.survey.neutrality;

/** What makes a text more than a neutral question. */
public enum Flaw {
    EXCLAMATION("calls out"),
    OFFER("reads as an offer"),
    PRAISE("reads as praise"),
    LINK("is a link of its own"),
    CAPITALS("shouts in capitals"),
    SYMBOL("is an ornament");

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    /** What a found word does, as it reads after the word. */
    public String words() {
        return words;
    }
}
