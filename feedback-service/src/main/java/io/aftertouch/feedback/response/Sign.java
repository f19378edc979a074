package io.aftertouch.feedback.response;

/** Something about a sent form that speaks for a program rather than a person. */
public enum Sign {
    /** The link that nobody sees in the message was followed. */
    TRAP_LINK(true),
    /** Several links of the message were opened within seconds. */
    MANY_LINKS(true),
    /** It was sent sooner after the form was shown than anybody reads. */
    TOO_FAST(true),
    /** It was sent without the form having been shown. */
    NOT_SHOWN(true),
    /** The page ran its script, and saw neither a key nor a pointer. */
    NO_INPUT(true),
    /** Whoever sent it calls itself a program. */
    SCANNER_AGENT(true),
    /** A link was asked about without being read; mail programs of people do that too. */
    HEAD_REQUEST(false);

    private final boolean enough;

    Sign(boolean enough) {
        this.enough = enough;
    }

    /** Whether it makes an answer suspected all by itself. */
    public boolean isEnough() {
        return enough;
    }
}
