package io.aftertouch.survey.respondentimport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

/** Respondents come from files as people have them, and whatever is wrong with a file is said. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ImportTest {

    private static final String PATH = "/api/v1/respondents/imports";

    private final Installation shop = new Installation();
    private final String ref = fresh("imp");

    private static RequestSpecification csv() {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Authorization", "Bearer " + TestKeys.allScopes())
                .contentType("text/csv");
    }

    private static ValidatableResponse imported(String text) {
        return imported(text, StandardCharsets.UTF_8);
    }

    private static ValidatableResponse imported(String text, Charset charset) {
        return csv().body(text.getBytes(charset)).post(PATH).then();
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndTheImportDoesIt() {
        String file = """
                ref,email,phone,name,locale,country,timeZone,consentBasis,consentSource,consentAt
                %1$s-1,%1$s.1@example.com,+45 12 34 56 78,"Holm, Freja",da,dk,Europe/Copenhagen,newsletter,checkout,2026-01-02T03:04:05Z
                %1$s-2,,,=HYPERLINK("http://evil.example"),,,,,,
                """.formatted(ref);

        csv().queryParam("dryRun", true)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("dryRun", equalTo(true))
                .body("made", equalTo(2));
        shop.get("/api/v1/respondents/" + ref + "-1").statusCode(404);

        String report = imported(file)
                .statusCode(201)
                .header("Location", matchesPattern(".*" + PATH + "/[0-9a-f-]{36}"))
                .body("state", equalTo("DONE"))
                .body("rows", equalTo(2))
                .body("made", equalTo(2))
                .body("refused", equalTo(0))
                .extract()
                .path("id");
        shop.get(PATH + "/" + report).statusCode(200).body("made", equalTo(2));
        shop.get("/api/v1/respondents/" + ref + "-1")
                .body("name", equalTo("Holm, Freja"))
                .body("country", equalTo("DK"))
                .body("timeZone", equalTo("Europe/Copenhagen"))
                .body("consent.at", equalTo("2026-01-02T03:04:05Z"));
        shop.get("/api/v1/respondents/" + ref + "-2").body("name", equalTo("=HYPERLINK(\"http://evil.example\")"));

        imported(file).body("unchanged", equalTo(2)).body("made", equalTo(0)).body("changed", equalTo(0));
        imported("ref,locale\n" + ref + "-1,sv\n" + ref + "-1,sv\n" + ref + "-3,\n" + ref + "-3,\n")
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(2))
                .body("made", equalTo(1));
        shop.get("/api/v1/respondents/" + ref + "-1")
                .body("locale", equalTo("sv"))
                .body("country", equalTo("DK"));
    }

    @Test
    void rowsThatBreakTheRulesAreListedWithLineFieldAndReasonAndTheOthersTaken() {
        String id = imported("ref;email;consentAt;country\n"
                        + ref + "-1;no mailbox;;\n"
                        + ref + "-2;" + ref + "@example.com;;DK\n"
                        + ";x@example.com;;\n"
                        + ref + "-4;\"two\nlines\";yesterday;Denmark\n"
                        + ref + "-5;;;;too many\n")
                .statusCode(201)
                .body("rows", equalTo(5))
                .body("made", equalTo(1))
                .body("refused", equalTo(4))
                .body("refusals[0].line", equalTo(2))
                .body("refusals[0].field", equalTo("email"))
                .body("refusals.find { it.line == 4 }.field", equalTo("ref"))
                .body("refusals.find { it.line == 4 }.reason", equalTo("is missing"))
                .body("refusals.findAll { it.line == 5 }.field", hasItem("country"))
                .body("refusals.find { it.line == 7 }.reason", containsString("more fields"))
                .extract()
                .path("id");
        String download = shop.as()
                .get(PATH + "/" + id + "/refusals.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asString();
        assertThat(download.lines()).first().isEqualTo("line,field,reason");
        assertThat(download).contains("2,email,", "4,ref,is missing").doesNotContain("no mailbox", "yesterday");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void anySeparatorWillDo(String separator) {
        imported("REF" + separator + "Time zone" + separator + "name\n" + ref + separator + "Europe/Oslo" + separator
                        + "Ola; eller, Kari\t\n")
                .statusCode(201)
                .body("refused", equalTo(separator.equals(";") || separator.equals(",") ? 1 : 0));
        imported("Ref" + separator + "time_zone\r\n" + ref + separator + "Europe/Oslo\r\n")
                .statusCode(201)
                .body("refused", equalTo(0));
        shop.get("/api/v1/respondents/" + ref).body("timeZone", equalTo("Europe/Oslo"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "UTF-8 with mark", "UTF-16LE", "UTF-16BE", "UTF-16LE with mark", "UTF-16BE with mark"})
    void everyUnicodeFileIsRead(String how) {
        Charset charset = Charset.forName(how.split(" ")[0]);
        String text = (how.endsWith("mark") ? "\uFEFF" : "") + "ref,name\n" + ref + ",Åse Øster\n";
        imported(text, charset).statusCode(201).body("refused", equalTo(0));
        shop.get("/api/v1/respondents/" + ref).body("name", equalTo("Åse Øster"));
    }

    @Test
    void anotherCharsetIsRefusedUnlessItIsNamed() {
        String file = "ref,name\n" + ref + "-1,Freja\n" + ref + "-2,Åse\n";
        imported(file, StandardCharsets.ISO_8859_1)
                .statusCode(422)
                .body("type", equalTo("/problems/unreadable-file"))
                .body("errors[0].message", containsString("not UTF-8"));
        shop.get("/api/v1/respondents/" + ref + "-1").statusCode(404);

        csv().contentType("text/csv; charset=ISO-8859-1")
                .body(file.getBytes(StandardCharsets.ISO_8859_1))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("made", equalTo(2));
        shop.get("/api/v1/respondents/" + ref + "-2").body("name", equalTo("Åse"));
        csv().contentType("text/csv; charset=klingon")
                .body("ref\n1\n".getBytes())
                .post(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void aQuoteThatIsNotClosedNamesItsLineAndChangesNothing() {
        imported("ref,name\n" + ref + "-1,Freja\n" + ref + "-2,\"Emil\n" + ref + "-3,Ida\n")
                .statusCode(422)
                .body("detail", containsString("line 3"));
        imported("ref,name\n" + ref + "-1,\"Freja\" Holm\n").statusCode(422).body("detail", containsString("line 2"));
        shop.get("/api/v1/respondents/" + ref + "-1").statusCode(404);
    }

    @Test
    void whoCannotReadTheReportIsToldSoBeforeAnythingIsImported() {
        csv().accept("application/x-nothing")
                .body(("ref\n" + ref + "-1\n").getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
        shop.get("/api/v1/respondents/" + ref + "-1").statusCode(404);
    }

    @Test
    void theFirstRowMustNameTheColumns() {
        imported("").statusCode(422);
        imported("\n\n").statusCode(422);
        imported("name,email\nFreja,f@example.com\n").statusCode(422).body("errors[0].field", equalTo("ref"));
        imported("ref,email,E-mail\n").statusCode(422).body("errors[0].field", equalTo("email"));
        imported("ref,shoe size,=cmd()\n" + ref + ",38,x\n")
                .statusCode(201)
                .body("ignoredColumns", equalTo(List.of("shoe size", "=cmd()")));
    }

    @Test
    void columnsMayBeCalledOtherwise() {
        csv().queryParam("map", "ref=Kundenr.", "name=Navn")
                .body(("Kundenr.;Navn;name\n" + ref + ";Freja;x\n").getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("made", equalTo(1))
                .body("ignoredColumns", equalTo(List.of("name")));
        shop.get("/api/v1/respondents/" + ref).body("name", equalTo("Freja"));
        csv().queryParam("map", "colour=Farve")
                .body("ref\n".getBytes())
                .post(PATH)
                .then()
                .statusCode(422);
        csv().queryParam("map", "name=Navn")
                .body("ref\n".getBytes())
                .post(PATH)
                .then()
                .statusCode(422);
        csv().queryParam("dryRun", "maybe")
                .body("ref\n".getBytes())
                .post(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void whoWasErasedDoesNotComeBack() {
        shop.post("/api/v1/respondents", Map.of("ref", ref, "email", ref + "@example.com"))
                .statusCode(201);
        shop.as().delete("/api/v1/respondents/" + ref).then().statusCode(204);

        imported("ref,email\n" + ref + ",\n" + ref + "-new," + ref.toUpperCase() + "@example.com\n" + ref + "-other,\n")
                .body("made", equalTo(1))
                .body("refused", equalTo(2))
                .body("refusals[0].reason", containsString("erased"));
        shop.get("/api/v1/respondents/" + ref).statusCode(404);
        shop.get("/api/v1/respondents/" + ref + "-new").statusCode(404);
    }

    @Test
    void whoOptedOutStaysOptedOut() {
        shop.post("/api/v1/respondents", Map.of("ref", ref, "email", ref + "@example.com"))
                .statusCode(201);
        shop.post("/api/v1/respondents/" + ref + "/opt-outs", Map.of()).statusCode(204);

        imported("ref,email\n" + ref + ",\n" + ref + "-too," + ref + "+x@example.com\n")
                .body("made", equalTo(1));
        shop.get("/api/v1/respondents/" + ref).body("optedOut", equalTo(true));
        shop.get("/api/v1/respondents/" + ref + "-too").body("optedOut", equalTo(true));
    }

    @Test
    void aFormWithAFileIsTakenToo() {
        given().header("Authorization", "Bearer " + TestKeys.allScopes())
                .multiPart("file", "..\\..\\my customers.csv", ("ref\n" + ref + "\n").getBytes(), "text/csv")
                .queryParam("dryRun", true)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("fileName", equalTo("my customers.csv"))
                .body("made", equalTo(1));
        given().header("Authorization", "Bearer " + TestKeys.allScopes())
                .multiPart("other", "x")
                .post(PATH)
                .then()
                .statusCode(400);
    }

    /** A hundred thousand rows, and how long they take, are a matter of {@code deploy/bench decisions}. */
    @Test
    void aFileMuchLargerThanAnyOtherBodyIsTakenGroupByGroup() {
        int rows = 5_000;
        String padding = "x".repeat(1_900);
        StringBuilder file = new StringBuilder("ref,email,phone,name,locale,country,consentBasis,consentAt,remark\n");
        for (int i = 0; i < rows; i++) {
            file.append(ref)
                    .append('-')
                    .append(i)
                    .append(',')
                    .append(ref)
                    .append('.')
                    .append(i)
                    .append("@example.com,+45")
                    .append(10_000_000 + i)
                    .append(",Respondent ")
                    .append(i)
                    .append(",da,DK,newsletter,2026-01-02T03:04:05Z,")
                    .append(padding)
                    .append('\n');
        }
        assertThat(file.length()).isGreaterThan(8 * 1024 * 1024);

        imported(file.toString()).statusCode(201).body("made", equalTo(rows)).body("refused", equalTo(0));
        imported(file.toString()).statusCode(201).body("unchanged", equalTo(rows));
    }

    @ParameterizedTest
    @CsvSource({
        PATH + ",1073741824,413",
        "/respondents/imports,1073741824,413",
        "/api/v1/respondents,70000,413",
        "/api/v1/events/batch,3000000,413"
    })
    void aBodyThatAnnouncesTooMuchIsRefusedBeforeItIsSent(String path, long length, String status) throws IOException {
        try (Socket connection = new Socket("localhost", RestAssured.port)) {
            connection
                    .getOutputStream()
                    .write(("POST " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: "
                                    + length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void importsAreForWhoMayChangeAndReportsForWhoMayRead() {
        given().header("Authorization", "Bearer " + TestKeys.withScopes("events:write"))
                .contentType("text/csv")
                .body("ref\n")
                .post(PATH)
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer " + TestKeys.withScopes("events:write"))
                .get(PATH)
                .then()
                .statusCode(403);
        given().contentType("text/csv").body("ref\n").post(PATH).then().statusCode(401);
        shop.as().contentType("application/json").body("{}").post(PATH).then().statusCode(415);
        shop.get(PATH + "?limit=1").statusCode(200).body("items", hasSize(1));
        shop.get(PATH + "/00000000-0000-7000-8000-000000000000").statusCode(404);
        shop.get(PATH + "/00000000-0000-7000-8000-000000000000/refusals.csv").statusCode(404);
    }

    @Test
    void thePageChecksFirstAndImportsTheSameFileAfterwards() {
        byte[] file = ("Kundenr.,name\n" + ref + ",Freja\n").getBytes(StandardCharsets.UTF_8);
        String page = page().get("/respondents/imports")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("Check the file", "multipart/form-data", "My columns are called otherwise");

        String report = page().multiPart("file", "customers.csv", file, "text/csv")
                .multiPart("map", "ref=Kundenr.")
                .post("/respondents/imports")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(page().get(report.substring(report.indexOf("/respondents")))
                        .then()
                        .extract()
                        .asString())
                .contains("1 rows checked", "Nothing was written.", "Import the file", "customers.csv");
        shop.get("/api/v1/respondents/" + ref).statusCode(404);
        String checked = report.replaceAll(".*/imports/([0-9a-f-]{36}).*", "$1");

        page().multiPart("file", "other.csv", "ref\nx\n".getBytes(), "text/csv")
                .multiPart("checked", checked)
                .post("/respondents/imports")
                .then()
                .statusCode(422)
                .body(containsString("another file"));
        page().multiPart("file", "customers.csv", file, "text/csv")
                .multiPart("map", "ref=Kundenr.")
                .multiPart("checked", checked)
                .post("/respondents/imports")
                .then()
                .statusCode(303)
                .header("Location", containsString("/respondents/imports/"));
        shop.get("/api/v1/respondents/" + ref).body("name", equalTo("Freja"));
        page().multiPart("map", "")
                .post("/respondents/imports")
                .then()
                .statusCode(422)
                .body(containsString("Choose a file"));
    }

    private static RequestSpecification page() {
        return given().redirects().follow(false).header("Authorization", "Bearer " + TestKeys.allScopes());
    }
}
