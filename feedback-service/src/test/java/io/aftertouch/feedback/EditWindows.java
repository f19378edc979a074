package io.aftertouch.feedback;

import java.time.Instant;
import java.util.Map;

/** Surveys whose answers can be changed for longer or shorter than is usual. */
public final class EditWindows {

    private EditWindows() {}

    /** An invitation to a survey whose answers can be changed for so long after sending. */
    public static Company.Link invite(String window) {
        String key = Company.npsSurvey();
        Company.tell(
                "surveys",
                key + "/2",
                "survey.published",
                Company.values(
                        "key",
                        key,
                        "version",
                        2,
                        "metric",
                        "NPS",
                        "scale",
                        Company.Wordings.NPS_SCALE,
                        "subject",
                        "Nordlys",
                        "title",
                        null,
                        "brandName",
                        "Nordlys",
                        "defaultLanguage",
                        "en",
                        "texts",
                        Company.Wordings.NPS,
                        "publishedAt",
                        Instant.now().toString(),
                        "editWindow",
                        window));
        Company.publish(key, 3, "NPS", Company.Wordings.NPS_SCALE, Company.Wordings.NPS);
        return Company.invite(key, Company.touchpoint(), Map.of("surveyVersion", 2));
    }
}
