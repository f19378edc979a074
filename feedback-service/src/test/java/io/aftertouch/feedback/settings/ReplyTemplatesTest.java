package io.aftertouch.feedback.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RealInfrastructureTest
class ReplyTemplatesTest {

    private static final String SETTING = "/api/v1/inbox/settings/replies";
    private static final String PAGE = "/inbox/settings/replies";

    private final String key = TestKeys.allScopes();

    @Test
    void whatIsDeliveredSpeaksAllLanguagesAndKnowsItsPlaceholders() {
        assertThat(ReplyTemplates.DELIVERED.templates()).hasSize(3).allSatisfy(template -> {
            assertThat(template.texts().keySet()).containsExactlyInAnyOrderElementsOf(ReplyTemplates.LANGUAGES);
            assertThat(template.texts().values()).allSatisfy(words -> {
                assertThat(words.unknownPlaceholders()).isEmpty();
                assertThat(words.filled(Map.of("brand", "Nordlys $1", "date", "21.", "touchpoint", "x", "agent", "M"))
                                .toString())
                        .doesNotContain("{", "}");
            });
        });
    }

    @Test
    void aTemplateIsAddedChangedAndDroppedOnItsPages() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "version", version(),
                "name", "Parcel found <b>",
                "texts.da.subject", "Fundet",
                "texts.da.text", "Vi har fundet pakken, {agent}"));
        post(PAGE + "/new", fields).statusCode(303);
        get(PAGE).body(containsString("Parcel found &lt;b&gt;")).body(containsString("<td>Danish</td>"));
        get(SETTING).body("templates.key", hasItems("sorry", "parcel-found-b"));

        fields.put("version", version());
        fields.put("texts.da.text", "{name} {agent}");
        post(PAGE + "/parcel-found-b", fields)
                .statusCode(422)
                .body(containsString("must hold no placeholders but {brand}"))
                .body(containsString("{name} {agent}</textarea>"));
        fields.put("texts.da.text", "Pakken er her");
        post(PAGE + "/parcel-found-b", fields).statusCode(303);
        get(SETTING)
                .body(
                        "templates.find { it.key == 'parcel-found-b' }.texts",
                        equalTo(Map.of("da", Map.of("subject", "Fundet", "text", "Pakken er her"))));
        post(PAGE + "/parcel-found-b", fields).statusCode(422).body(containsString("Somebody else changed this"));

        post(PAGE + "/parcel-found-b/dropping", Map.of("version", version())).statusCode(303);
        get(SETTING).body("templates.key", not(hasItem("parcel-found-b")));
        get(PAGE + "/parcel-found-b").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "templates | {}",
                "templates[0] | {\"templates\":[null]}",
                "templates[0].key | {\"templates\":[{\"key\":\"A b\",\"name\":\"A\",\"texts\":{\"en\":{\"subject\":\"a\",\"text\":\"b\"}}}]}",
                "templates[1].key | {\"templates\":[{\"key\":\"a\",\"name\":\"A\",\"texts\":{\"en\":{\"subject\":\"a\",\"text\":\"b\"}}},{\"key\":\"a\",\"name\":\"B\",\"texts\":{\"en\":{\"subject\":\"a\",\"text\":\"b\"}}}]}",
                "templates[0].texts | {\"templates\":[{\"key\":\"a\",\"name\":\"A\",\"texts\":{}}]}",
                "templates[0].texts | {\"templates\":[{\"key\":\"a\",\"name\":\"A\",\"texts\":{\"fr\":{\"subject\":\"a\",\"text\":\"b\"}}}]}",
                "templates[0].texts.en | {\"templates\":[{\"key\":\"a\",\"name\":\"A\",\"texts\":{\"en\":null}}]}",
                "templates[0].texts.en.subject | {\"templates\":[{\"key\":\"a\",\"name\":\"A\",\"texts\":{\"en\":{\"subject\":\"a\\nb\",\"text\":\"b\"}}}]}",
                "templates[0].texts.en.text | {\"templates\":[{\"key\":\"a\",\"name\":\"A\",\"texts\":{\"en\":{\"subject\":\"a\",\"text\":\"{score}\"}}}]}"
            })
    void whatIsNoTemplateIsRefused(String field, String body) {
        String before = version();
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + before + "\"")
                .body(body)
                .put(SETTING)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void theTeamReadsTemplatesAndDoesNotChangeThem() {
        String support = TestKeys.withScopes(Scopes.CASES_WRITE);
        given().auth()
                .oauth2(support)
                .get(SETTING)
                .then()
                .statusCode(200)
                .body(
                        "templates.name",
                        equalTo(List.copyOf(given().auth()
                                .oauth2(key)
                                .get(SETTING)
                                .jsonPath()
                                .getList("templates.name"))));
        given().auth()
                .oauth2(support)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"templates\":[]}")
                .put(SETTING)
                .then()
                .statusCode(403);
    }

    private String version() {
        return Integer.toString(get(SETTING).statusCode(200).extract().path("version"));
    }

    private ValidatableResponse get(String path) {
        return given().auth().oauth2(key).get(path).then();
    }

    private ValidatableResponse post(String path, Map<String, String> fields) {
        return given().auth()
                .oauth2(key)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path)
                .then();
    }
}
