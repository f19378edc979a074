package io.aftertouch.survey.respondent;

import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;

/** Names and addresses are for those who write to people or work on their cases, and not for everybody who reads scores and settings. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class WhoSeesRespondentsTest {

    private final String analyst = TestKeys.withScopes(Scopes.ofRole("analyst").toArray(String[]::new));
    private final String support = TestKeys.withScopes(Scopes.ofRole("support").toArray(String[]::new));

    private final Installation shop = new Installation();

    @ParameterizedTest
    @CsvSource({"admin, true", "editor, true", "support, true", "analyst, false"})
    void aRoleDecides(String role, boolean sees) {
        assertThat(Scopes.ofRole(role).contains(Scopes.RESPONDENTS_READ)).isEqualTo(sees);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/respondents",
                "/api/v1/respondents/{ref}",
                "/api/v1/respondents/{ref}/opt-outs",
                "/api/v1/respondents/{ref}/survey-load",
                "/api/v1/respondents/imports",
                "/respondents",
                "/respondents/{ref}",
                "/respondents/imports",
                "/respondents/erasures",
                "/privacy"
            })
    void anAnalystIsRefused(String path) {
        String ref = known();

        Installation.as(analyst).get(path.replace("{ref}", ref)).then().statusCode(403);
        Installation.as(support).get(path.replace("{ref}", ref)).then().statusCode(200);
    }

    @Test
    void anImportIsNoWayAround() {
        String report = "/api/v1/respondents/imports/" + UUID.randomUUID();

        Installation.as(analyst).get(report).then().statusCode(403);
        Installation.as(analyst).get(report + "/refusals.csv").then().statusCode(403);
    }

    @Test
    void pagesDoNotLeadWhereSomebodyMayNotGo() {
        String ref = fresh("r");
        String id = shop.happens(event(shop.askingTouchpoint(), ref))
                .statusCode(202)
                .extract()
                .path("decisions[0].invitation.id");

        for (String path : new String[] {"/decisions?respondent=" + ref, "/invitations/" + id}) {
            assertThat(page(analyst, path)).contains(ref).doesNotContain("href=\"/respondents");
            assertThat(page(support, path)).contains("href=\"/respondents/" + ref, "href=\"/respondents\"");
        }
    }

    private static String page(String key, String path) {
        return Installation.as(key).get(path).then().statusCode(200).extract().asString();
    }

    private String known() {
        String ref = fresh("r");
        shop.post("/api/v1/respondents", Map.of("ref", ref, "email", ref + "@example.com"))
                .statusCode(201);
        return ref;
    }
}
