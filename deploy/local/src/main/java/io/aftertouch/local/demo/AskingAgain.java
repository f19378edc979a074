package io.aftertouch.local.demo;

import java.util.List;
import java.util.Map;

/** How Nordlys asks its customers once more after a case was resolved (docs/asking-again.md). */
final class AskingAgain {

    static final String TOUCHPOINT = "case.resolved";

    static final Touchpoint.Survey SURVEY =
            new Touchpoint.Survey("case-resolved", Scale.CSAT_5, "how we put it right", "After a case");

    /** Whoever was asked lately is asked all the same. */
    static final Map<String, Object> RULE =
            Map.of("touchpoint", TOUCHPOINT, "survey", SURVEY.key(), "channels", List.of("LINK"), "quarantine", "PT0S");

    static final Map<String, Object> SETTING = Map.of("touchpoint", TOUCHPOINT, "after", "PT24H");

    private AskingAgain() {}
}
