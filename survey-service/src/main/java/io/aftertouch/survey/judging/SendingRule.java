package io.aftertouch.survey.judging;

/** What a country wants of invitations that a company sends unasked. A setting of the installation, not legal advice. */
public enum SendingRule {
    /** Whoever gave no consent is not written to. */
    CONSENT_REQUIRED("Only with a consent"),
    /** The mail must not advertise: no logo, slogan, offer or praise. */
    NEUTRAL_MAIL_ONLY("Neutral mail only"),
    /** Nothing beyond what holds everywhere. */
    FREE("Free");

    private final String words;

    SendingRule(String words) {
        this.words = words;
    }

    /** As colleagues read it. */
    public String words() {
        return words;
    }
}
