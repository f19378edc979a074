package io.aftertouch.survey.erasure;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Tap;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Whoever holds the link of an invitation can ask to be erased, and colleagues carry it out. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ErasureRequestTest {

    private static final String API = "/api/v1/respondents/erasures";

    private final Installation shop = new Installation();
    private final String ref = fresh("wants-out");
    private String page;

    @BeforeEach
    void somebodyIsAsked() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("quarantine", "PT0S"));
        String link = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.link");
        page = link.replace("http://localhost:8080/s/", "/u/") + "/erasure";
    }

    @Test
    void lookingAtThePageAsksForNothing() {
        given().get(page + "?lang=en")
                .then()
                .statusCode(200)
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("Shall we erase what we know about you?"), containsString("Ask to be erased"));
        given().head(page).then().statusCode(200);
        assertThat(askedAt()).isNull();
        given().get(page.replace("/erasure", "") + "?lang=en")
                .then()
                .body(containsString("href=\"" + page + "?lang=en\">Have everything about me erased"));
    }

    @Test
    void aRequestWaitsUntilSomebodyCarriesItOut() {
        Instant before = Instant.now();
        Tap.on(page).post(page + "?lang=en").then().statusCode(200).body(containsString("You have asked to be erased"));
        Instant asked = askedAt();
        assertThat(asked).isAfterOrEqualTo(before.minusMillis(1));
        Tap.on(page).post(page).then().statusCode(200);
        assertThat(askedAt()).as("asking twice is asking once").isEqualTo(asked);
        shop.get("/api/v1/respondents/" + ref).statusCode(200);

        staff().get("/respondents").then().body(containsString("href=\"/respondents/erasures\""));
        staff().get("/respondents/" + ref).then().body(containsString("<b>Asked to be erased</b>"));
        staff().get("/respondents/erasures")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/respondents/" + ref + "/erasure\""));
        given().auth()
                .oauth2(TestKeys.withScopes("respondents:read"))
                .get("/respondents/erasures")
                .then()
                .body(allOf(containsString(ref), not(containsString("/erasure\""))));

        staff().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .post("/respondents/" + ref + "/erasure")
                .then()
                .statusCode(303);
        assertThat(askedAt()).as("the erasure ends the request").isNull();
        shop.get("/api/v1/respondents/" + ref).statusCode(404);
        given().get(page + "?lang=en").then().statusCode(200).body(containsString("Nothing about you is kept here"));
        Tap.on(page)
                .post(page + "?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("Nothing about you is kept here"));
        assertThat(askedAt()).isNull();
    }

    @Test
    void whoAskedCanTakeItBack() {
        Tap.on(page).post(page);
        given().get(page + "?lang=en")
                .then()
                .body(containsString("action=\"?lang=en&amp;undo=yes\""), not(containsString("Ask to be erased<")));
        Tap.on(page)
                .post(page + "?lang=en&undo=yes")
                .then()
                .statusCode(200)
                .body(containsString("Nothing will be erased"));
        assertThat(askedAt()).isNull();
    }

    @Test
    void aRequestMayBeSetAside() {
        Tap.on(page).post(page);
        staff().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .post("/respondents/erasures/" + ref + "/set-aside")
                .then()
                .statusCode(303);
        assertThat(askedAt()).isNull();
        shop.get("/api/v1/respondents/" + ref).statusCode(200);
        shop.as().delete(API + "/" + ref).then().statusCode(404);
        Tap.on(page).post(page);
        shop.as().delete(API + "/" + ref).then().statusCode(204);
        given().auth()
                .oauth2(TestKeys.withScopes("config:write"))
                .delete(API + "/" + ref)
                .then()
                .statusCode(403);
        given().get(API).then().statusCode(401);
    }

    @Test
    void thoseWhoWaitLongestComeFirst() {
        Tap.on(page).post(page);
        shop.get(API + "?limit=1").body("items.size()", equalTo(1));
        List<String> asked = shop.get(API).extract().path("items.askedAt");
        assertThat(asked).isNotEmpty().isSortedAccordingTo(Comparator.comparing(Instant::parse));
        shop.get(API + "?cursor=nonsense").statusCode(400);
        shop.get(API + "?limit=0").statusCode(400);
        assertThat(dueAt())
                .isAfter(askedAt().plusSeconds(27 * 86_400L))
                .isBefore(askedAt().plusSeconds(32 * 86_400L));
    }

    @ParameterizedTest
    @CsvSource({
        "en,Ask to be erased",
        "da,Bed om at blive slettet",
        "sv,Be om att bli raderad",
        "nb,Be om å bli slettet",
        "de,Um Löschung bitten"
    })
    void thePageSpeaksTheLanguageThatIsChosen(String lang, String button) {
        given().queryParam("lang", lang)
                .get(page)
                .then()
                .body(containsString("<html lang=\"" + lang + "\">"), containsString(">" + button + "</button>"));
    }

    @Test
    void anUnknownLinkAsksForNothing() {
        given().post("/u/AAAAAAAAAAAAAAAAAAAAAA/erasure").then().statusCode(404);
        given().get("/u/x/erasure").then().statusCode(404);
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(TestKeys.allScopes());
    }

    private Instant askedAt() {
        return instant("askedAt");
    }

    private Instant dueAt() {
        return instant("dueAt");
    }

    private Instant instant(String field) {
        String cursor = "";
        while (cursor != null) {
            var found = shop.get(API + "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .extract();
            String at = found.path("items.find { it.respondentRef == '" + ref + "' }?." + field);
            if (at != null) {
                return Instant.parse(at);
            }
            cursor = found.path("next");
        }
        return null;
    }
}
