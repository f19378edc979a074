package io.aftertouch.feedback.settings;

import java.util.List;
import java.util.Map;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RealInfrastructureTest
class SettingsTest {

    private static final String CALENDAR = "/api/v1/inbox/settings/calendar";
    private static final Map<String, Object> ROUND_THE_CLOCK = Map.of(
            "zone",
            "Europe/Copenhagen",
            "hours",
            Map.of(
                    "MONDAY", List.of("00:00-24:00"),
                    "TUESDAY", List.of("00:00-24:00"),
                    "WEDNESDAY", List.of("00:00-24:00"),
                    "THURSDAY", List.of("00:00-24:00"),
                    "FRIDAY", List.of("00:00-24:00"),
                    "SATURDAY", List.of("00:00-24:00"),
                    "SUNDAY", List.of("00:00-24:00")),
            "dueWithin",
            "PT4H");

    private String editor;

    @BeforeEach
    void anEditorIsThere() {
        editor = TestKeys.withScopes(Scopes.CONFIG_READ, Scopes.CONFIG_WRITE);
    }

    @AfterEach
    void othersFindItAsItIsDelivered() {
        put(etag(), ROUND_THE_CLOCK).statusCode(200);
    }

    @Test
    void aCalendarIsKeptAndReadBack() {
        put(
                        etag(),
                        Map.of(
                                "zone",
                                "Europe/Stockholm",
                                "hours",
                                Map.of("MONDAY", List.of("13:00-17:00", "9:00-12:00"), "SUNDAY", List.of()),
                                "holidays",
                                List.of(Map.of("date", "2026-12-25", "name", "Juldagen")),
                                "dueWithin",
                                "PT90M"))
                .statusCode(200)
                .body("hours", equalTo(Map.of("MONDAY", List.of("09:00-12:00", "13:00-17:00"))));
        get().statusCode(200)
                .body("zone", equalTo("Europe/Stockholm"))
                .body("hours.MONDAY", equalTo(List.of("09:00-12:00", "13:00-17:00")))
                .body("hours.SUNDAY", equalTo(null))
                .body("holidays[0].date", equalTo("2026-12-25"))
                .body("holidays[0].name", equalTo("Juldagen"))
                .body("dueWithin", equalTo("PT1H30M"));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        String before = etag();
        put(before, ROUND_THE_CLOCK).statusCode(200);
        put(before, ROUND_THE_CLOCK).statusCode(412).body("type", equalTo("/problems/precondition-failed"));
        put("nonsense", ROUND_THE_CLOCK).statusCode(412);
        put(null, ROUND_THE_CLOCK).statusCode(428);
        assertThat(etag()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone          | {\"zone\":\"Mars/Olympus\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"dueWithin\":\"PT4H\"}",
                "zone          | {\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"dueWithin\":\"PT4H\"}",
                "hours.monday  | {\"zone\":\"UTC\",\"hours\":{\"MONDAY\":[\"9 to 5\"]},\"dueWithin\":\"PT4H\"}",
                "hours.monday  | {\"zone\":\"UTC\",\"hours\":{\"MONDAY\":[null]},\"dueWithin\":\"PT4H\"}",
                "hours         | {\"zone\":\"UTC\",\"hours\":{},\"dueWithin\":\"PT4H\"}",
                "hours         | {\"zone\":\"UTC\",\"dueWithin\":\"PT4H\"}",
                "hours         | {\"zone\":\"UTC\",\"hours\":{\"MONDAY\":[\"09:00-17:00\",\"10:00-11:00\"]},\"dueWithin\":\"PT4H\"}",
                "holidays      | {\"zone\":\"UTC\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"holidays\":[{\"date\":\"2026-02-30\"}],\"dueWithin\":\"PT4H\"}",
                "holidays      | {\"zone\":\"UTC\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"holidays\":[null],\"dueWithin\":\"PT4H\"}",
                "dueWithin     | {\"zone\":\"UTC\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]}}",
                "dueWithin     | {\"zone\":\"UTC\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"dueWithin\":\"PT0S\"}",
                "dueWithin     | {\"zone\":\"UTC\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"dueWithin\":\"P31D\"}"
            })
    void aCalendarThatCountsNothingIsRefused(String field, String body) {
        String before = etag();
        put(before, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
        assertThat(etag()).isEqualTo(before);
    }

    @Test
    void onlyEditorsChangeIt() {
        String reader = TestKeys.withScopes(Scopes.CONFIG_READ);
        String stranger = TestKeys.withScopes(Scopes.CASES_WRITE);
        given().auth().oauth2(reader).get(CALENDAR).then().statusCode(200);
        given().auth().oauth2(stranger).get(CALENDAR).then().statusCode(403);
        given().get(CALENDAR).then().statusCode(401);
        given().auth()
                .oauth2(reader)
                .header("If-Match", etag())
                .contentType(ContentType.JSON)
                .body(ROUND_THE_CLOCK)
                .put(CALENDAR)
                .then()
                .statusCode(403);
        page(reader, "").statusCode(200).body(not(containsString("Save the calendar")));
        page(stranger, "").statusCode(403);
        assertThat(post(reader, "", Map.of("zone", "UTC")).statusCode()).isEqualTo(403);
    }

    @Test
    void thePageChangesItAndLosesNothingTyped() {
        page(editor, "").statusCode(200).body(containsString("Save the calendar"));
        Map<String, String> form = Map.of(
                "version", etag().replace("\"", ""),
                "zone", "Europe/Oslo",
                "hours.monday", "08:00-12:00, 12:30-16:00",
                "hours.friday", "8:00-15:00",
                "holidays", "2026-12-25 Første juledag\r\n2026-05-17",
                "dueWithin", "1,5");
        assertThat(post(editor, "", form).statusCode()).isEqualTo(303);
        get().body("hours.MONDAY", equalTo(List.of("08:00-12:00", "12:30-16:00")))
                .body("hours.FRIDAY", equalTo(List.of("08:00-15:00")))
                .body("dueWithin", equalTo("PT1H30M"))
                .body("holidays.name", equalTo(List.of("", "Første juledag")));
        page(editor, "")
                .body(containsString("value=\"08:00-12:00, 12:30-16:00\""))
                .body(containsString("2026-12-25 Første juledag"))
                .body(containsString("value=\"1.5\""));

        Response stale = post(editor, "", form);
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.asString()).contains("Somebody else changed this").contains("8:00-15:00");
        Response wrong = post(
                editor, "", Map.of("version", "1", "zone", "<b>Mars", "hours.monday", "nine", "dueWithin", "soon"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString())
                .contains("href=\"#zone\"", "href=\"#hours.monday\"", "href=\"#dueWithin\"")
                .contains("value=\"&lt;b&gt;Mars\"", "value=\"nine\"", "value=\"soon\"");
    }

    private String etag() {
        return get().statusCode(200).extract().header("ETag");
    }

    private ValidatableResponse get() {
        return given().auth().oauth2(editor).get(CALENDAR).then();
    }

    private ValidatableResponse put(String ifMatch, Object body) {
        var request =
                given().auth().oauth2(editor).contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(CALENDAR).then();
    }

    private static ValidatableResponse page(String who, String path) {
        return given().auth().oauth2(who).get("/inbox/settings" + path).then();
    }

    private static Response post(String who, String path, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(who)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/inbox/settings" + path);
    }
}
