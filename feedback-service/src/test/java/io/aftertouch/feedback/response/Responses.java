package io.aftertouch.feedback.response;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.feedback.catalog.Surveys;

/** Answers for tests that need no database. */
public final class Responses {

    private static final Instant NOW = Instant.parse("2026-11-21T13:38:00Z");

    private Responses() {}

    public static SurveyResponse detractor() {
        return new SurveyResponse(
                UUID.randomUUID(), takenElsewhere(UUID.randomUUID().toString(), 2, "It never came"), NOW);
    }

    /** An answer of its own source id, to a touchpoint and a survey that only this object knows of. */
    static Answer takenElsewhere(String id, int score, String comment) {
        var sent = new SubmitResponse(
                null, "shop", id, "nps", "order", score, comment, "r-17", Map.of("country", "DK"), "da", null, null);
        return Answer.takenElsewhere(sent, Surveys.nps(), "email", NOW);
    }
}
