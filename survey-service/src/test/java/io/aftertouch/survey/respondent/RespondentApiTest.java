package io.aftertouch.survey.respondent;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Respondents are made, read, changed and found through the API. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class RespondentApiTest {

    private static final String PATH = "/api/v1/respondents";

    private final Installation shop = new Installation();
    private final String ref = fresh("r");

    private Map<String, Object> freja() {
        return new HashMap<>(Map.of(
                "ref", ref,
                "email", ref + "+shop@Example.com",
                "phone", "+45 12 34 56 78",
                "name", "Freja Østergaard",
                "locale", "da",
                "country", "DK",
                "timeZone", "Europe/Copenhagen",
                "consent", Map.of("basis", "newsletter", "source", "checkout", "at", "2026-01-02T03:04:05Z")));
    }

    private String made() {
        return shop.post(PATH, freja()).statusCode(201).extract().header("ETag");
    }

    @Test
    void aRespondentIsMadeOnceAndRead() {
        shop.post(PATH, freja())
                .statusCode(201)
                .header("Location", endsWith(PATH + "/" + ref))
                .header("ETag", notNullValue());
        shop.post(PATH, freja()).statusCode(409).body("type", equalTo("/problems/respondent-exists"));

        shop.get(PATH + "/" + ref)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("name", equalTo("Freja Østergaard"))
                .body("email", equalTo(ref + "+shop@Example.com"))
                .body("country", equalTo("DK"))
                .body("timeZone", equalTo("Europe/Copenhagen"))
                .body("consent.basis", equalTo("newsletter"))
                .body("consent.source", equalTo("checkout"))
                .body("consent.at", equalTo("2026-01-02T03:04:05Z"))
                .body("emailBouncedAt", nullValue())
                .body("optedOut", equalTo(false))
                .body("firstSeenAt", notNullValue());
    }

    @Test
    void aRepeatedRequestWithItsKeyGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        String first = created(key, freja()).statusCode(201).extract().asString();
        assertThat(created(key, freja()).statusCode(201).extract().asString()).isEqualTo(first);
        Map<String, Object> other = freja();
        other.put("name", "Somebody else");
        created(key, other).statusCode(422);
    }

    private io.restassured.response.ValidatableResponse created(String key, Map<String, Object> body) {
        return shop.as().header("Idempotency-Key", key).body(body).post(PATH).then();
    }

    @Test
    void aChangeNeedsTheTagOfWhatWasRead() {
        String tag = made();
        Map<String, Object> changed = new HashMap<>(Map.of("ref", ref, "name", "Freja Holm"));

        shop.as().body(changed).put(PATH + "/" + ref).then().statusCode(428);
        shop.as()
                .header("If-Match", "\"0\"")
                .body(changed)
                .put(PATH + "/" + ref)
                .then()
                .statusCode(412);
        String next = shop.as()
                .header("If-Match", tag)
                .body(changed)
                .put(PATH + "/" + ref)
                .then()
                .statusCode(200)
                .body("name", equalTo("Freja Holm"))
                .body("email", nullValue())
                .body("consent", nullValue())
                .extract()
                .header("ETag");
        assertThat(next).isNotEqualTo(tag);
        shop.as()
                .header("If-Match", tag)
                .body(changed)
                .put(PATH + "/" + ref)
                .then()
                .statusCode(412);
        changed.put("ref", "another");
        shop.as()
                .header("If-Match", next)
                .body(changed)
                .put(PATH + "/" + ref)
                .then()
                .statusCode(400);
        shop.as()
                .header("If-Match", next)
                .body(changed)
                .put(PATH + "/" + fresh("no"))
                .then()
                .statusCode(400);
    }

    @Test
    void aPatchLeavesTheRestAndRemovesWhatIsNull() {
        String tag = made();
        String next = shop.as()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"phone\": null, \"country\": \"SE\", \"consent\": {\"source\": \"shop\"}}")
                .patch(PATH + "/" + ref)
                .then()
                .statusCode(200)
                .body("phone", nullValue())
                .body("country", equalTo("SE"))
                .body("name", equalTo("Freja Østergaard"))
                .body("consent.basis", equalTo("newsletter"))
                .body("consent.source", equalTo("shop"))
                .extract()
                .header("ETag");
        for (String bad : List.of(
                "{\"country\": \"Denmark\"}",
                "{\"timeZone\": \"Mars/Olympus\"}",
                "{\"colour\": \"red\"}",
                "{\"name\": 7}",
                "{\"ref\": null}",
                "{\"ref\": \"another\"}",
                "[]",
                "7",
                "{\"consent\": {\"basis\": null}}")) {
            ExtractableResponse<Response> refused = shop.as()
                    .header("If-Match", next)
                    .body(bad)
                    .patch(PATH + "/" + ref)
                    .then()
                    .extract();
            assertThat(refused.statusCode()).as(bad + " " + refused.asString()).isEqualTo(400);
        }
        shop.as().body("{}").patch(PATH + "/" + ref).then().statusCode(428);
        shop.as()
                .header("If-Match", next)
                .body("{}")
                .patch(PATH + "/" + ref)
                .then()
                .statusCode(200);
    }

    @Test
    void anEventThatSaysNothingNewLeavesTheTag() {
        String tag = made();
        shop.happens(event(shop.askingTouchpoint(), ref, Map.of("respondent", Map.of("ref", ref))))
                .statusCode(202);
        shop.get(PATH + "/" + ref).header("ETag", equalTo(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm/4711", "a;b", "..", ".", "a\\b", "100%", "Ærø", "imports", "💚", "a b", "a?b#c"})
    void anyPrintableReferenceHasAnAddress(String odd) {
        String strange = odd.length() < 3 ? odd : odd + fresh("");
        String path = shop.post(PATH, Map.of("ref", strange)).extract().path("path");
        String found = path == null ? RespondentPath.segment(strange) : path;

        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestKeys.allScopes())
                .get(PATH + "/" + found)
                .then()
                .statusCode(200)
                .body("ref", equalTo(strange));
    }

    @Test
    void whatIsFoundFitsAndEveryoneIsFoundOnce() {
        String family = fresh("fam");
        List<String> refs = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            refs.add(family + "-" + i);
            shop.post(
                            PATH,
                            Map.of(
                                    "ref", family + "-" + i,
                                    "name", family.toUpperCase() + " " + (i % 2 == 0 ? "Freja" : "Emil"),
                                    "email", family + i + "@example.com",
                                    "country", i % 2 == 0 ? "DK" : "NO"))
                    .statusCode(201);
        }
        shop.post(PATH, Map.of("ref", fresh("z"), "name", family + " by name")).statusCode(201);
        shop.post(PATH, Map.of("ref", fresh("z"), "email", family + ".by.mail@example.com"))
                .statusCode(201);
        shop.post(PATH + "/" + refs.get(3) + "/opt-outs", Map.of()).statusCode(204);

        assertThat(all("q", family, "limit", "2"))
                .hasSize(9)
                .doesNotHaveDuplicates()
                .containsAll(refs);
        assertThat(all("q", family, "country", "DK")).hasSize(4);
        assertThat(all("q", family, "optedOut", "true")).containsExactly(refs.get(3));
        assertThat(all("q", family, "optedOut", "false", "country", "NO")).hasSize(2);
        assertThat(all("email", family + "3+any@EXAMPLE.com")).containsExactly(refs.get(3));
        assertThat(all("optedOut", "true", "limit", "200")).contains(refs.get(3));
        assertThat(all("q", family + "%")).isEmpty();
        assertThat(all("q", family.replace('-', '_'))).isEmpty();
        assertThat(all("email", "nobody", "q", family)).isEmpty();
    }

    @Test
    void aPhoneIsFoundHoweverItIsWritten() {
        String digits = String.valueOf(10_000_000 + Math.floorMod(ref.hashCode(), 89_999_999));
        shop.post(PATH, Map.of("ref", ref, "phone", "+45 " + digits)).statusCode(201);

        shop.as()
                .queryParam("phone", "0045-" + digits)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.ref", hasItem(ref));
    }

    private List<String> all(String... criteria) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            var request = shop.as();
            for (int i = 0; i < criteria.length; i += 2) {
                request.queryParam(criteria[i], criteria[i + 1]);
            }
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(PATH).then().statusCode(200).extract();
            found.addAll(page.path("items.ref"));
            cursor = page.path("next");
        } while (cursor != null);
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "cursor,forged",
        "cursor,OTkKCg",
        "limit,0",
        "limit,1000000000",
        "optedOut,perhaps",
        "q,%00",
        "country,Denmark"
    })
    void strangeSearchesAreRefused(String parameter, String value) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestKeys.allScopes())
                .get(PATH + "?" + parameter + "=" + value)
                .then()
                .statusCode(400);
    }

    @Test
    void aMarkThatMailCameBackIsSeenAndCleared() {
        made();
        shop.as().delete(PATH + "/" + ref + "/bounce").then().statusCode(204);
        shop.as().delete(PATH + "/" + fresh("no") + "/bounce").then().statusCode(404);
    }

    @Test
    void theSurveyLoadSaysWhatWasAskedAndWhenTheyAreFreeAgain() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        shop.rule(touchpoint, survey, Map.of("channels", new String[] {"LINK"}));
        String invitation = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.id");

        shop.get(PATH + "/" + ref + "/survey-load")
                .statusCode(200)
                .body("askedInYear", equalTo(1))
                .body(
                        "freeAt",
                        startsWith(LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()))
                .body("items[0].invitation", equalTo(invitation))
                .body("items[0].survey", equalTo(survey))
                .body("items[0].touchpoint", equalTo(touchpoint))
                .body("items[0].channel", equalTo("LINK"))
                .body("items[0].answered", equalTo(false));
        shop.get(PATH + "/" + fresh("no") + "/survey-load").statusCode(404);
    }

    @Test
    void theSameRulesHoldAsForEvents() {
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("ref", ""),
                Map.of("ref", "a\u0000b"),
                Map.of("ref", ref, "email", "a@b.example\r\nBcc: c@d.example"),
                Map.of("ref", ref, "email", "Freja <freja@example.com>"),
                Map.of("ref", ref, "name", "x".repeat(121)),
                Map.of("ref", ref, "consent", Map.of("at", "2026-01-01T00:00:00Z")),
                Map.of("ref", ref, "timeZone", "CET+99"))) {
            shop.post(PATH, bad).statusCode(400);
        }
        shop.get(PATH + "/" + ref).statusCode(404);
        shop.get(PATH + "/~%21").statusCode(404);
    }

    @Test
    void whoMayOnlyPostEventsReadsNoPersonalData() {
        made();
        String key = TestKeys.withScopes("events:write");
        for (String path :
                List.of(PATH, PATH + "/" + ref, PATH + "/" + ref + "/opt-outs", PATH + "/" + ref + "/survey-load")) {
            Installation.as(key).get(path).then().statusCode(403);
            given().get(path).then().statusCode(401);
        }
        Installation.as(key).body(freja()).post(PATH).then().statusCode(403);
        Installation.as(key).delete(PATH + "/" + ref).then().statusCode(403);
        Installation.as(TestKeys.withScopes("config:write"))
                .delete(PATH + "/" + ref)
                .then()
                .statusCode(403);
    }
}
