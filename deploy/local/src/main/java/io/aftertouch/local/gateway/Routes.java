package io.aftertouch.local.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static io.aftertouch.local.gateway.Upstream.FEEDBACK;
import static io.aftertouch.local.gateway.Upstream.LOCAL;
import static io.aftertouch.local.gateway.Upstream.SCORE;
import static io.aftertouch.local.gateway.Upstream.SURVEY;

/** Which service a path belongs to: that of its longest beginning, in whole segments, that is listed. */
final class Routes {

    private final Map<String, Upstream> beginnings = new HashMap<>();

    Routes() {
        api(SURVEY, "touchpoints", "stages", "surveys", "trigger-rules", "events", "invitations", "decisions");
        api(SURVEY, "respondents", "public-links", "contact-policy", "api-keys", "bounces", "brand", "retention");
        pages(SURVEY, "/u", "/surveys", "/touchpoints", "/rules", "/decisions", "/invitations");
        pages(SURVEY, "/respondents", "/privacy", "/links", "/settings", "/problems");
        api(FEEDBACK, "responses", "review-cases", "inbox");
        pages(FEEDBACK, "/s", "/p", "/embed.js", "/form-preview", "/inbox", "/responses");
        pages(FEEDBACK, "/settings/parked-messages/feedback-service");
        api(SCORE, "scores", "hotspots", "alerts", "journey", "respondent-scores", "targets", "webhooks");
        pages(SCORE, "/", "/scores.csv", "/touchpoint", "/journey", "/hotspots", "/alerts", "/comparison");
        api(SCORE, "funnel", "improvements");
        pages(SCORE, "/targets", "/improvements", "/webhooks", "/settings/parked-messages/score-service");
        pages(SCORE, "/signin", "/signout", "/j_security_check", "/assets", "/webjars", "/favicon.ico");
        pages(SURVEY, "/openapi/survey-service.yaml", "/openapi/3.0/survey-service.yaml");
        pages(FEEDBACK, "/openapi/feedback-service.yaml", "/openapi/3.0/feedback-service.yaml");
        pages(SCORE, "/openapi/score-service.yaml", "/openapi/3.0/score-service.yaml");
        pages(LOCAL, "/mail");
    }

    private void api(Upstream upstream, String... resources) {
        for (String resource : resources) {
            beginnings.put("/api/v1/" + resource, upstream);
        }
    }

    private void pages(Upstream upstream, String... paths) {
        for (String path : paths) {
            beginnings.put(path, upstream);
        }
    }

    /** The path is plain: {@link PathCheck} has seen it. */
    Optional<Upstream> find(String path) {
        String beginning = path;
        while (beginning.length() > 1) {
            Upstream upstream = beginnings.get(beginning);
            if (upstream != null) {
                return Optional.of(upstream);
            }
            beginning = beginning.substring(0, beginning.lastIndexOf('/'));
        }
        return Optional.ofNullable(path.equals("/") ? beginnings.get("/") : null);
    }
}
