package io.aftertouch.feedback.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Survey versions for tests that need no database. */
public final class Surveys {

    private Surveys() {}

    public static SurveyVersion nps() {
        return nps("nps");
    }

    public static SurveyVersion nps(String key) {
        var texts = new Wording(
                "How likely?", "Not likely", "Likely", List.of(), new ByBand("Wrong?", "Better?", "Liked?"), null);
        return new SurveyVersion(new SurveyPublished(
                key,
                1,
                Metric.NPS,
                new Scale("NPS", 0, 10, 9, 10, 0, 6, GoodEnd.HIGH),
                "Nordlys",
                null,
                "Nordlys",
                null,
                "en",
                null,
                Map.of("en", texts),
                Instant.EPOCH));
    }
}
