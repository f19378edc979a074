package io.aftertouch.score.funnel;

/** How many came how far, from the judgement of a rule to the answer. */
public record Passage(long judged, long invited, long sent, long delivered, long answered) {

    public static final Passage NONE = new Passage(0, 0, 0, 0, 0);

    public Passage plus(Passage other) {
        return new Passage(
                judged + other.judged,
                invited + other.invited,
                sent + other.sent,
                delivered + other.delivered,
                answered + other.answered);
    }

    Passage minus(Passage other) {
        return new Passage(
                judged - other.judged,
                invited - other.invited,
                sent - other.sent,
                delivered - other.delivered,
                answered - other.answered);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
