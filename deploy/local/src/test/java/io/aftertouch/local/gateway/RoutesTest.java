package io.aftertouch.local.gateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {

    private final Routes routes = new Routes();

    @ParameterizedTest
    @CsvSource({
        "/, SCORE",
        "/touchpoint/support.ticket-closed, SCORE",
        "/touchpoints, SURVEY",
        "/hotspots/count, SCORE",
        "/alerts/count, SCORE",
        "/api/v1/alerts, SCORE",
        "/webhooks/new, SCORE",
        "/api/v1/hotspots, SCORE",
        "/targets/targets.csv, SCORE",
        "/api/v1/targets, SCORE",
        "/improvements, SCORE",
        "/api/v1/improvements, SCORE",
        "/api/v1/funnel, SCORE",
        "/api/v1/surveys/nps/publication, SURVEY",
        "/api/v1/responses, FEEDBACK",
        "/api/v1/brand/logo, SURVEY",
        "/api/v1/respondents/r-17/export, SURVEY",
        "/api/v1/retention, SURVEY",
        "/privacy/export, SURVEY",
        "/form-preview, FEEDBACK",
        "/surveys/assets/preview.js, SURVEY",
        "/api/v1/review-cases/018f/take, FEEDBACK",
        "/responses, FEEDBACK",
        "/responses/suspected, FEEDBACK",
        "/embed.js, FEEDBACK",
        "/settings/parked-messages, SURVEY",
        "/settings/parked-messages/feedback-service, FEEDBACK",
        "/settings/parked-messages/score-service/018f/retry, SCORE",
        "/s/AbCdEfGhIjKlMnOpQrStUv, FEEDBACK",
        "/u/AbCdEfGhIjKlMnOpQrStUv, SURVEY",
        "/problems/not-found, SURVEY",
        "/j_security_check, SCORE",
        "/assets/aftertouch.css, SCORE",
        "/webjars/htmx.org/dist/htmx.min.js, SCORE",
        "/openapi/feedback-service.yaml, FEEDBACK",
        "/openapi/3.0/score-service.yaml, SCORE",
        "/api/v1/respondent-scores/r-17, SCORE",
        "/mail/api/messages, LOCAL",
    })
    void thePathBelongsToTheServiceOfItsLongestBeginning(String path, Upstream upstream) {
        assertThat(routes.find(path)).contains(upstream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/v1", "/api/v1/touchpointsx", "/q/health", "/sx", "/mailx", "/openapi"})
    void whatIsNotListedIsNowhere(String path) {
        assertThat(routes.find(path)).isEmpty();
    }

    @Test
    void whatServicesAskEachOtherIsNotOnTheSite() {
        assertThat(routes.find("/api/v1/personal-data")).isEmpty();
        assertThat(routes.find("/api/v1/personal-data/retention")).isEmpty();
        assertThat(routes.find("/api/v1/recount")).isEmpty();
        assertThat(routes.find("/api/v1/recount/part")).isEmpty();
    }

    @Test
    void theHealthOfAServiceIsNotOnTheSite() {
        assertThat(routes.find("/q/health/ready")).isEmpty();
        assertThat(routes.find("/q/metrics")).isEmpty();
    }
}
