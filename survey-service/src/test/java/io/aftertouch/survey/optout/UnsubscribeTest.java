package io.aftertouch.survey.optout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Tap;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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

    /** A scanner opens the page and sends its forms, or sends them without opening it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/erasure"})
    void aProgramThatSendsTheFormsOfThePageChangesNothing(String below) {
        String address = page + below;
        List<Supplier<RequestSpecification>> programs = List.of(
                () -> given(),
                () -> given().body("List-Unsubscribe=").contentType("text/plain"),
                () -> given().formParam("shown", "made up").formParam("hand", "seen"),
                () -> given().formParam("shown", Tap.stamp(Duration.ofSeconds(5), "/u/another")),
                () -> Tap.after(Duration.ZERO, page).formParam("hand", "seen"),
                () -> Tap.on(page).formParam("hand", "none"));
        for (Supplier<RequestSpecification> program : programs) {
            given().spec(program.get())
                    .queryParam("lang", "en")
                    .post(address)
                    .then()
                    .statusCode(200)
                    .body(containsString("Press once more, please"), containsString("name=\"shown\""));
        }

        given().queryParam("lang", "en").get(page + "/erasure").then().body(containsString(">Ask to be erased<"));
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("INVITED"));
    }

    /** Whoever was too fast presses on the page that comes back. */
    @Test
    void aPersonWhoWasTakenForAProgramPressesOnceMore() {
        String again =
                Tap.after(Duration.ZERO, page).post(page).then().extract().asString();
        assertThat(again).contains("Tryk venligst én gang til");
        String stamp = again.replaceFirst("(?s).*?name=\"shown\" value=\"([^\"]+)\".*", "$1");
        await().untilAsserted(() ->
                given().formParam("shown", stamp).post(page).then().body(containsString("Vi spørger dig ikke igen")));

        shop.happens(event(touchpoint, ref)).body("decisions[0].reason", equalTo("OPTED_OUT"));
    }

    /** One click ends all questions; it takes nothing back and erases nobody. */
    @Test
    void whatAMailProgramSaysEndsQuestionsAndDoesNothingElse() {
        Tap.inMailProgram().post(page + "/erasure").then().body(containsString("Tryk venligst én gang til"));
        Tap.inMailProgram().post(page).then().body(containsString("Vi spørger dig ikke igen"));
        Tap.inMailProgram()
                .queryParam("undo", "all")
                .post(page)
                .then()
                .body(containsString("Vi spørger dig ikke igen"));

        shop.happens(event(touchpoint, ref)).body("decisions[0].reason", equalTo("OPTED_OUT"));
    }

    @Test
    void thePageRunsItsOwnScriptAlone() {
        given().get(page)
                .then()
                .header("Content-Security-Policy", containsString("script-src 'sha256-"))
                .body(containsString("<script>(function"));
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
