package io.aftertouch.feedback.history;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** History comes in from a file: checked first, each answer once, at its own time, and without the people's names. */
@QuarkusTest
@RealInfrastructureTest
class HistoryImportTest {

    private static final String DELIGHTED = """
            Survey Response ID,Score,Comment,Permalink,Responded At,Person Email,Person Name,Person Phone,Country,Notes
            101,9,Great,https://example.com/1,2024-01-14 18:02:36 UTC,Freja@example.com,Freja Holm,+4512345678,DK,x
            102,2,"Never came, ""sadly"\"",https://example.com/2,2024-02-14 18:02:36 +0100,sven@example.com,Sven,,SE,
            103,7,,https://example.com/3,2024-03-14T18:02:36Z,freja@EXAMPLE.com ,Freja Holm,,DK,
            """;

    private static String key;
    private static String survey;

    private String touchpoint;
    private String source;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void somethingIsAsked() {
        if (key == null) {
            key = TestKeys.allScopes();
            survey = Company.npsSurvey();
        }
        touchpoint = Company.touchpoint();
        source = touchpoint.replace("touchpoint", "source");
    }

    @Test
    void aCheckSaysWhatWouldHappenAndStoresNothing() {
        send("mapping=DELIGHTED&segment=country=Country", DELIGHTED)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("rows", equalTo(3))
                .body("stored", equalTo(3))
                .body("refused", equalTo(0))
                .body("taken", equalTo(List.of("Survey Response ID", "Score", "Comment", "Responded At", "Country")))
                .body("left", hasItems("Person Email", "Person Name", "Person Phone", "Permalink", "Notes"));
        answers().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=no", "dryRun=1", "dryRun=false&openCases=maybe"})
    void whatIsNeitherYesNorNoStoresNothing(String wish) {
        send("mapping=DELIGHTED&" + wish, DELIGHTED).statusCode(400);
        answers().body("items", hasSize(0));
    }

    @Test
    void anImportIsRepeatableAndKeepsEachTime() throws SQLException {
        apply("mapping=DELIGHTED&segment=country=Country", DELIGHTED)
                .body("stored", equalTo(3))
                .body("known", equalTo(0));
        answers()
                .body("items.sourceId", equalTo(List.of("103", "102", "101")))
                .body("items.score", equalTo(List.of(7, 2, 9)))
                .body(
                        "items.answeredAt",
                        equalTo(List.of("2024-03-14T18:02:36Z", "2024-02-14T17:02:36Z", "2024-01-14T18:02:36Z")))
                .body("items[1].comment", equalTo("Never came, \"sadly\""))
                .body("items[1].segments", equalTo(Map.of("country", "SE")))
                .body("items.respondentRef", equalTo(Arrays.asList(null, null, null)));
        apply("mapping=DELIGHTED&segment=country=Country", DELIGHTED + "104,10,,,2024-04-01,,,,,\n")
                .body("stored", equalTo(1))
                .body("known", equalTo(3));
        send("mapping=DELIGHTED&segment=country=Country", DELIGHTED)
                .body("known", equalTo(3))
                .body("stored", equalTo(0));
        for (String event : events()) {
            Contracts.assertValid("response.recorded", event);
            assertThat(event).contains("\"answeredAt\":\"2024-0");
        }
        assertThat(events()).hasSize(4);
    }

    @Test
    void nothingThatNamesAPersonIsKept() throws SQLException {
        apply("mapping=DELIGHTED&reference=HASH", DELIGHTED).body("stored", equalTo(3));
        List<String> references = answers().extract().path("items.respondentRef");
        assertThat(references.get(0))
                .as("one person, one reference")
                .isEqualTo(references.get(2))
                .startsWith("h-");
        assertThat(references.get(1)).isNotEqualTo(references.get(0));
        assertThat(everything()).doesNotContainIgnoringCase("freja").doesNotContain("sven", "12345678");
    }

    @Test
    void ourOwnReferenceMayBeTakenFromAColumn() {
        apply(
                        "id=no&score=grade&answeredAt=at&respondent=customer&reference=COLUMN",
                        "no;grade;at;customer\n1;9;1700000000;c-7\n")
                .body("stored", equalTo(1));
        answers()
                .body("items[0].respondentRef", equalTo("c-7"))
                .body("items[0].answeredAt", equalTo("2023-11-14T22:13:20Z"));
    }

    @Test
    void historyCallsNobodyToActUnlessItIsAskedTo() {
        apply("mapping=DELIGHTED", DELIGHTED);
        cases().body("items", hasSize(0));
        source += "b";
        apply("mapping=DELIGHTED&openCases=true", DELIGHTED).body("stored", equalTo(3));
        cases().body("items.score", equalTo(List.of(2)));
    }

    @Test
    void refusedRowsAreReportedWithLineAndReasonAndHarmNoOther() {
        String csv = """
                ID,Score,Comment,Created At
                1,9,,2024-01-01
                2,11,,2024-01-01
                3,x,"two
                lines",2024-01-01
                4,9,,yesterday
                ,9,,2024-01-01
                6,9,,2999-01-01
                7,9,,

                8,8,,2024-01-01
                1,9,,2024-01-01
                1,3,,2024-01-01
                """;
        ValidatableResponse report = send("mapping=DELIGHTED", csv);
        for (ValidatableResponse run : List.of(report, apply("mapping=DELIGHTED", csv))) {
            run.body("rows", equalTo(10))
                    .body("stored", equalTo(2))
                    .body("known", equalTo(1))
                    .body("refused", equalTo(7))
                    .body("refusals.line.sort()", equalTo(List.of(3, 4, 6, 7, 8, 9, 13)))
                    .body("refusals.find { it.line == 3 }.type", equalTo("/problems/score-out-of-scale"))
                    .body("refusals.find { it.line == 4 }.errors[0].field", equalTo("Score"))
                    .body("refusals.find { it.line == 6 }.errors[0].field", equalTo("Created At"))
                    .body("refusals.find { it.line == 13 }.type", equalTo("/problems/already-answered"));
        }
        answers().body("items", hasSize(2));
    }

    @Test
    void answersOfTodayAreNotTouched() {
        Map<String, Object> live = new HashMap<>(Map.of(
                "source",
                source,
                "id",
                "101",
                "survey",
                survey,
                "touchpoint",
                touchpoint,
                "score",
                1,
                "comment",
                "Live"));
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Company.json(live))
                .post("/api/v1/responses");
        apply("mapping=DELIGHTED", DELIGHTED).body("stored", equalTo(2)).body("refused", equalTo(1));
        answers().body("items.find { it.sourceId == '101' }.comment", equalTo("Live"));
    }

    @Test
    void aFileInAnotherEncodingOrThatBreaksOffIsNoAccident() {
        byte[] windows = "id;score;comment;at\n1;9;Rødgrød;2024-01-01\n".getBytes(Charset.forName("windows-1252"));
        String columns = "id=id&score=score&comment=comment&answeredAt=at&dryRun=false";
        send(columns, windows).statusCode(422).body("detail", containsString("not UTF-8"));
        post(key, "text/csv; charset=windows-1252", query(columns), windows).body("stored", equalTo(1));
        answers().body("items[0].comment", equalTo("Rødgrød"));
        send(columns, "id;score;comment;at\n2;9;ok;2024-01-01\n3;9;\"open".getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("stored", equalTo(1))
                .body("end", startsWith("The file cannot be read at line 3"));
    }

    @Test
    void whatCannotBeginIsRefused() {
        send("mapping=DELIGHTED", "").statusCode(422).body("type", equalTo("/problems/unreadable-file"));
        send("mapping=DELIGHTED", "a,b\n1,2\n")
                .statusCode(400)
                .body("errors.field", hasItems("id", "score", "answeredAt"));
        send("mapping=SURVEYS", DELIGHTED).statusCode(400);
        send("mapping=DELIGHTED&comment=Words", DELIGHTED)
                .statusCode(400)
                .body("errors[0].message", containsString("Words"));
        send("mapping=DELIGHTED&segment=Country", DELIGHTED).statusCode(400);
        send("mapping=DELIGHTED&timeZone=Mars", DELIGHTED).statusCode(400);
        post(key, "source=S&survey=none&touchpoint=none", DELIGHTED.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors.field", equalTo(List.of("source", "survey", "touchpoint")));
        post(TestKeys.withScopes(Scopes.RESPONSES_READ), query("mapping=DELIGHTED"), new byte[] {'a'})
                .statusCode(403);
    }

    /** 20,000 rows in 3 MB, sent without a length, which no other address would take. */
    @Test
    void aLargeFileIsReadAsItComes() throws IOException, InterruptedException {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> i + ",5," + "words ".repeat(25) + ",2024-01-01T00:00:00Z\n")
                .collect(Collectors.joining("", "ID,Score,Comment,Created At\n", ""));
        var imported = stream("import?" + query("mapping=DELIGHTED&dryRun=false"), "text/csv", rows);
        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(imported.body()).contains("\"rows\":20000,\"stored\":20000");
        assertThat(stream("batch", "application/json", " ".repeat(100_000)).statusCode())
                .as("there is nothing in it, but it is not too large")
                .isEqualTo(400);
        assertThat(stream("", "application/json", " ".repeat(100_000)).statusCode())
                .isEqualTo(413);
    }

    private HttpResponse<String> stream(String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/api/v1/responses" + (path.isEmpty() ? "" : "/") + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void thePageChecksFirstAndThenImports() {
        given().auth()
                .oauth2(key)
                .get("/responses/import")
                .then()
                .statusCode(200)
                .body(containsString("Check the file"), not(containsString("Import the answers")));
        form("check", "DELIGHTED")
                .statusCode(200)
                .body(containsString("3 answers to import"), containsString("Import the answers"))
                .body(containsString("Left alone: <bdi>Permalink, Person Email"));
        answers().body("items", hasSize(0));
        form("import", "DELIGHTED").statusCode(200).body(containsString("3 answers are imported"));
        answers().body("items", hasSize(3));
        form("import", "OWN").statusCode(422).body(containsString("Nothing was read"));
        given().auth()
                .oauth2(TestKeys.withScopes(Scopes.RESPONSES_READ))
                .get("/responses/import")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestKeys.withScopes(Scopes.RESPONSES_READ))
                .get("/responses")
                .then()
                .body(not(containsString("/responses/import")));
    }

    private ValidatableResponse form(String step, String mapping) {
        return given().auth()
                .oauth2(key)
                .multiPart("file", "history.csv", DELIGHTED.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("source", source)
                .multiPart("survey", survey)
                .multiPart("touchpoint", touchpoint)
                .multiPart("mapping", mapping)
                .multiPart("segments", "country=Country")
                .multiPart("step", step)
                .post("/responses/import")
                .then();
    }

    private ValidatableResponse send(String query, String csv) {
        return send(query, csv.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse send(String query, byte[] csv) {
        return post(key, query(query), csv);
    }

    private ValidatableResponse apply(String query, String csv) {
        return send(query + "&dryRun=false", csv).statusCode(200).body("end", nullValue());
    }

    private String query(String more) {
        return "source=" + source + "&survey=" + survey + "&touchpoint=" + touchpoint + "&" + more;
    }

    private static ValidatableResponse post(String apiKey, String query, byte[] csv) {
        return post(apiKey, "text/csv", query, csv);
    }

    private static ValidatableResponse post(String apiKey, String type, String query, byte[] csv) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(apiKey)
                .contentType(type)
                .body(csv)
                .post("/api/v1/responses/import?" + query)
                .then();
    }

    private ValidatableResponse answers() {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/responses?touchpoint=" + touchpoint)
                .then();
    }

    private ValidatableResponse cases() {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/review-cases?touchpoint=" + touchpoint)
                .then();
    }

    private List<String> events() throws SQLException {
        return texts("SELECT o.payload FROM outbox o JOIN response r ON o.event_key = "
                + "LOWER(CONCAT_WS('-', SUBSTR(HEX(r.id), 1, 8), SUBSTR(HEX(r.id), 9, 4), SUBSTR(HEX(r.id), 13, 4),"
                + " SUBSTR(HEX(r.id), 17, 4), SUBSTR(HEX(r.id), 21))) WHERE r.source = ?");
    }

    /** All that is stored of these answers, and all that is told of them. */
    private String everything() throws SQLException {
        return String.join(
                        "\n",
                        texts(
                                "SELECT CONCAT_WS(' ', source, source_id, respondent_ref, segments, comment) FROM response WHERE source = ?"))
                + String.join("\n", events());
    }

    private List<String> texts(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, source);
            List<String> texts = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
