package io.aftertouch.survey.survey;

/** What kind of question a survey asks. */
public enum Metric {
    /** Would you recommend us? */
    NPS,
    /** How satisfied were you? */
    CSAT,
    /** How easy was it? */
    CES;

    /** The scale that is meant when none is named. */
    ScaleKey usualScale() {
        return switch (this) {
            case NPS -> ScaleKey.NPS;
            case CSAT -> ScaleKey.CSAT_5;
            case CES -> ScaleKey.CES_2;
        };
    }
}
