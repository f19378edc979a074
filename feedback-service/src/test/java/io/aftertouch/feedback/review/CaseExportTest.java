package io.aftertouch.feedback.review;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.csv.CsvRow;
import io.aftertouch.platform.csv.CsvSource;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What the inbox lists can be had as a file, whole and without formulas. */
@QuarkusTest
@RealInfrastructureTest
class CaseExportTest {

    private static final String FILE = Desk.CASES + "/export/csv";
    private static final String HOSTILE = "=HYPERLINK(\"http://x\",\"y\")";

    private final Desk desk = new Desk();

    @ParameterizedTest
    @EnumSource(CaseOrder.class)
    void everyCaseIsInTheFileOnceInTheOrderOfTheList(CaseOrder order) throws IOException {
        batch(CaseExport.SLICE + 50);
        assertThat(rows(order.name()).stream().map(row -> row.cell("id")).toList())
                .hasSize(CaseExport.SLICE + 50)
                .isEqualTo(listed(order));
    }

    @Test
    void aRowTellsWhatTheTeamKnowsAndIsNoFormula() throws IOException {
        String id = desk.aCase(Map.of("comment", HOSTILE, "respondentRef", "r-7"));
        desk.step(id, "resolution", Map.of("reason", "PUT_RIGHT", "rootCause", "+Carrier"))
                .statusCode(200);
        String file = file("?touchpoint=" + desk.touchpoint())
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", equalTo("attachment; filename=\"cases.csv\""))
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""), containsString(",'+Carrier,"))
                .extract()
                .asString();
        CsvRow row = CsvSource.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .next();
        assertThat(row.cells())
                .containsEntry("id", id)
                .containsEntry("state", "RESOLVED")
                .containsEntry("outcome", "PUT_RIGHT")
                .containsEntry("score", "2")
                .containsEntry("scaleMax", "10")
                .containsEntry("segments", "country:DK")
                .containsEntry("respondentRef", "r-7")
                .containsEntry("comment", HOSTILE);
    }

    @Test
    void theInboxLinksToAFileOfWhatItShows() {
        desk.aCase(Map.of("comment", "first words"));
        desk.aCase(Map.of("comment", "other words"));
        String query = "q=first&tp=" + desk.touchpoint();
        get("/inbox?" + query).body(containsString("/inbox/export.csv?q=first&amp;tp=" + desk.touchpoint()));
        get("/inbox/export.csv?" + query)
                .statusCode(200)
                .body(startsWith("\uFEFFopenedAt,"), containsString("first words"), not(containsString("other words")));
    }

    @Test
    void whatCannotBeReadIsRefusedAndStrangersGetNothing() {
        file("?state=GONE").statusCode(400);
        file("?segment=DK").statusCode(400);
        file("?order=RANDOM").statusCode(400);
        file("?bom=1").statusCode(400);
        for (String path : List.of(FILE, "/inbox/export.csv")) {
            given().auth()
                    .oauth2(TestKeys.withScopes(Scopes.SCORES_READ))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
    }

    private void batch(int count) {
        List<Map<String, Object>> answers = IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "source",
                        "shop",
                        "id",
                        desk.touchpoint() + i,
                        "survey",
                        desk.survey(),
                        "touchpoint",
                        desk.touchpoint(),
                        "score",
                        1))
                .toList();
        given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .body(Company.json(Map.of("responses", answers)))
                .post("/api/v1/responses/batch")
                .then()
                .statusCode(200);
    }

    private List<CsvRow> rows(String order) throws IOException {
        String file = file("?touchpoint=" + desk.touchpoint() + "&order=" + order)
                .extract()
                .asString();
        List<CsvRow> rows = new ArrayList<>();
        CsvSource.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .forEachRemaining(rows::add);
        return rows;
    }

    private List<String> listed(CaseOrder order) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = get(Desk.CASES + "?limit=200&touchpoint=" + desk.touchpoint() + "&order=" + order
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        }
        return ids;
    }

    private ValidatableResponse file(String query) {
        return get(FILE + query);
    }

    private ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(desk.key())
                .urlEncodingEnabled(false)
                .get(path)
                .then();
    }
}
