package io.aftertouch.feedback.response;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.feedback.Company;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.csv.CsvRow;
import io.aftertouch.platform.csv.CsvSource;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Answers leave as a file of any size, in memory that does not grow with it. */
@QuarkusTest
@RealInfrastructureTest
class ResponseExportTest {

    private static final int MANY = 120_000;
    private static final long MEGABYTE = 1L << 20;

    private static String key;
    private static String survey;
    private static String manyAt;

    @Inject
    DataSource database;

    @Inject
    ResponseExport export;

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void manyAnswersAreThere() throws SQLException {
        if (key == null) {
            key = TestKeys.allScopes();
            survey = Company.npsSurvey();
            manyAt = Company.touchpoint();
            History.of(survey, manyAt).write(database, MANY, 3);
        }
    }

    @Test
    void manyAnswersAreWrittenInAFewMegabytes() throws IOException {
        var filter = at(manyAt);
        List<ResponseView> start = export.start(filter);
        for (ExportFormat format : ExportFormat.values()) {
            var file = new MeasuredFile(usedMemory());
            export.write(filter, start, format, false, file);
            assertThat(file.bytes).as("size of the %s", format).isGreaterThan(24 * MEGABYTE);
            assertThat(file.most).as("memory while %s is written", format).isLessThan(16 * MEGABYTE);
        }
    }

    @Test
    void everyAnswerIsInTheFileOnceLatestFirst() throws IOException {
        InputStream csv = given().auth()
                .oauth2(key)
                .get("/api/v1/responses/export/csv?touchpoint=" + manyAt)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"responses.csv\"")
                .extract()
                .asInputStream();
        int number = 0;
        var rows = CsvSource.open(csv);
        while (rows.hasNext()) {
            CsvRow row = rows.next();
            if (!row.cell("respondentRef").equals("r-" + number)) {
                assertThat(row.cell("respondentRef")).isEqualTo("r-" + number);
            }
            number++;
        }
        assertThat(number).isEqualTo(MANY);
    }

    @Test
    void hostileTextIsNoFormulaInCsvAndUntouchedInJson() throws IOException {
        String place = Company.touchpoint();
        List<String> hostile =
                List.of("=HYPERLINK(\"http://x\",\"y\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "fine, \"ok\"");
        hostile.forEach(comment -> post(place, comment));
        given().auth()
                .oauth2(key)
                .get("/api/v1/responses/export/csv?bom=1&touchpoint=" + place)
                .then()
                .statusCode(400);
        String csv = given().auth()
                .oauth2(key)
                .get("/api/v1/responses/export/csv?bom=true&touchpoint=" + place)
                .then()
                .body(startsWith("\uFEFFansweredAt,touchpoint,survey,"))
                .extract()
                .asString();
        assertThat(csv)
                .contains(
                        "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"",
                        ",'+1,",
                        ",'-1+2,",
                        ",'@SUM(A1),",
                        "'\t=1",
                        "\"'\r=1\"")
                .contains("\"fine, \"\"ok\"\"\"")
                .contains("country:DK, plan:pro");
        assertThat(CsvSource.open(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
                        .columns())
                .contains("answeredAt", "id", "score");
        String lines = given().auth()
                .oauth2(key)
                .get("/api/v1/responses/export/ndjson?touchpoint=" + place)
                .then()
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        var json = new ObjectMapper();
        for (String line : lines.split("\n")) {
            JsonNode answer = json.readTree(line);
            assertThat(hostile).contains(answer.get("comment").asText());
            assertThat(answer.get("segments").get("country").asText()).isEqualTo("DK");
        }
        assertThat(lines.split("\n")).hasSameSizeAs(hostile);
    }

    @Test
    void thePageLinksToFilesOfWhatItShows() {
        String place = Company.touchpoint();
        post(place, "first words");
        post(place, "other words");
        String query = "tp=" + place + "&q=first";
        given().auth()
                .oauth2(key)
                .get("/responses?" + query)
                .then()
                .body(containsString("/responses/export.csv?q=first&amp;tp=" + place));
        given().auth()
                .oauth2(key)
                .get("/responses/export.csv?" + query)
                .then()
                .statusCode(200)
                .body(startsWith("\uFEFF"), containsString("first words"))
                .body(not(containsString("other words")));
        given().auth()
                .oauth2(key)
                .get("/responses/export.ndjson?" + query)
                .then()
                .body(startsWith("{"));
        given().auth()
                .oauth2(TestKeys.withScopes(Scopes.CASES_WRITE))
                .get("/responses/export.csv")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(key)
                .get("/api/v1/responses/export/csv?band=GOOD")
                .then()
                .statusCode(400);
    }

    @Test
    void whoeverStopsReadingStopsTheExport() {
        var gone = new OutputStream() {
            private int left = 300_000;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw new IOException("gone");
                }
            }
        };
        assertThatThrownBy(() -> export.write(at(manyAt), export.start(at(manyAt)), ExportFormat.CSV, false, gone))
                .hasMessage("gone");
    }

    @Test
    void aReaderWhoHangsUpLeavesNothingRunning() throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setReceiveBufferSize(8 * 1024);
            socket.getOutputStream()
                    .write(("GET /api/v1/responses/export/ndjson?touchpoint=" + manyAt + " HTTP/1.1\r\nHost: "
                                    + service.getAuthority() + "\r\nAuthorization: Bearer " + key + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 200");
            await().during(Duration.ofSeconds(1)).until(ResponseExportTest::isExporting);
        }
        await().until(() -> !isExporting());
    }

    private static boolean isExporting() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(ExportStream.class.getName()));
    }

    /** Counts what is written, and looks every 10 MB at how much memory is in use beyond what was. */
    private static final class MeasuredFile extends OutputStream {

        private final long before;
        private long bytes;
        private long looked;
        private long most;

        MeasuredFile(long before) {
            this.before = before;
        }

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
            if (bytes - looked > 10 * MEGABYTE) {
                looked = bytes;
                most = Math.max(most, usedMemory() - before);
            }
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static ResponseFilter at(String touchpoint) {
        var none = ResponseFilter.NONE;
        return new ResponseFilter(
                touchpoint, null, null, none.scores(), null, none.segments(), null, null, null, null, null);
    }

    private static void post(String place, String comment) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "source",
                "shop",
                "id",
                UUID.randomUUID().toString(),
                "survey",
                survey,
                "touchpoint",
                place,
                "score",
                3,
                "comment",
                comment,
                "segments",
                Map.of("country", "DK", "plan", "pro")));
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Company.json(answer))
                .post("/api/v1/responses")
                .then()
                .statusCode(201);
    }
}
