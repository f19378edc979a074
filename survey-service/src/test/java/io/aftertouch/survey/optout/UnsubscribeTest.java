package io.aftertouch.survey.optout;

import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class UnsubscribeTest {

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private String touchpoint;
    private String page;

    @BeforeEach
    void somebodyIsAsked() {
        touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("quarantine", "PT0S"));
        String link = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.link");
        page = link.replace("http://localhost:8080/s/", "/u/");
    }

    @Test
    void lookingAtThePageDoesNothing() {
        given().get(page).then().statusCode(200).body(containsString("Skal vi holde op med at spørge dig?"));
        given().head(page).then().statusCode(200);

        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("INVITED"));
    }

    @Test
    void theButtonOfAMailProgramEndsAllQuestions() {
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("Vi spørger dig ikke igen"));

        shop.happens(event(touchpoint, ref)).body("decisions[0].reason", equalTo("OPTED_OUT"));
    }

    @Test
    void anotherReferenceWithTheSameMailboxIsNotAskedEither() {
        given().multiPart("List-Unsubscribe", "One-Click").post(page).then().statusCode(200);

        shop.happens(event(
                        touchpoint,
                        "",
                        Map.of("respondent", Map.of("ref", fresh("r"), "email", ref.toUpperCase() + "+x@example.com"))))
                .body("decisions[0].reason", equalTo("OPTED_OUT"));
    }

    @ParameterizedTest
    @CsvSource({
        "en,Do not ask me again",
        "da,Spørg mig ikke igen",
        "sv,Fråga mig inte igen",
        "nb,Ikke spør meg igjen",
        "de,Bitte nicht mehr fragen"
    })
    void thePageSpeaksTheLanguageThatIsChosen(String lang, String button) {
        given().queryParam("lang", lang)
                .get(page)
                .then()
                .statusCode(200)
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("style-src 'sha256-"))
                .body(containsString("<html lang=\"" + lang + "\">"))
                .body(containsString(">" + button + "</button>"));
    }

    @Test
    void unknownAndMalformedLinksGetTheSameFriendlyPage() {
        String unknown = given().header("Accept-Language", "sv")
                .get("/u/AAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(404)
                .extract()
                .asString();

        assertThat(unknown).contains("Länken kan inte användas längre").doesNotContain("<form");
        for (String malformed : List.of("/u/x", "/u/'%20OR%201=1", "/u/" + "A".repeat(500), page + "A")) {
            assertThat(given().urlEncodingEnabled(false)
                            .header("Accept-Language", "sv")
                            .get(malformed)
                            .then()
                            .statusCode(404)
                            .extract()
                            .asString())
                    .isEqualTo(unknown);
            given().urlEncodingEnabled(false).post(malformed).then().statusCode(404);
        }
    }
}
