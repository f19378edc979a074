package io.aftertouch.survey.invitation;

/**
 * Who or what took a step, and what was said about it.
 *
 * @param by a person, {@code key:<id>}, or the part of the service that acted
 * @param attempt the number of the try to hand it over; null when nothing was handed over
 * @param reply what the mail server or gateway said, without addresses; null when nobody said anything
 */
public record Cause(String by, Integer attempt, String reply) {

    /** The part that sends. */
    public static final Cause SENDING = new Cause("sending", null, null);

    static final Cause EVENTS = new Cause("events", null, null);
    static final Cause ANSWERS = new Cause("answers", null, null);
    /** The person does not want to be asked, or was erased. */
    static final Cause OPT_OUT = new Cause("respondents", null, null);

    static final Cause CLOCK = new Cause("clock", null, null);

    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_REPLY = 300;

    /** A person or a key. */
    public static Cause by(String caller) {
        return new Cause(caller.length() > LONGEST_NAME ? caller.substring(0, LONGEST_NAME) : caller, null, null);
    }

    /** An invitation or a reminder was handed over, or should have been. */
    public static Cause attempt(int attempt, String reply) {
        return new Cause(SENDING.by, attempt, readable(reply));
    }

    /** Mail servers like to repeat the address in what they say; nobody keeps it here. */
    public static String readable(String reply) {
        if (reply == null) {
            return null;
        }
        String clean = reply.replaceAll("\\S+@\\S+", "…")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return clean.length() > LONGEST_REPLY ? clean.substring(0, LONGEST_REPLY) : clean;
    }

    Cause with(String said) {
        return new Cause(by, attempt, readable(said));
    }
}
