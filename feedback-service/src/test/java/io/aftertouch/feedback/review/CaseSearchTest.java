package io.aftertouch.feedback.review;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.response.AnswerChange;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Cases are found by any part of what the customer said last, in either order, and by nothing that the customer took back. */
@QuarkusTest
@RealInfrastructureTest
class CaseSearchTest {

    private final Desk desk = new Desk();

    @Inject
    AnswerChange changes;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"NEWEST", "DUE"})
    void aCaseIsFoundByAnyPartOfItsComment(String order) {
        String first = desk.aCase(Map.of("comment", "Smørrebrød kom aldrig, ordre NX-4711"));
        String second = desk.aCase(Map.of("comment", "Kom ALDRIG igen"));
        desk.aCase(Map.of("comment", "For dyrt"));
        List<String> both = order.equals("DUE") ? List.of(first, second) : List.of(second, first);

        assertThat(found(order, "aldrig")).isEqualTo(both);
        assertThat(found(order, " Kom aldrig ")).isEqualTo(both);
        assertThat(found(order, "SMORREBROD")).containsExactly(first);
        assertThat(found(order, "x-471")).containsExactly(first);
        assertThat(found(order, "4711 ordre")).isEmpty();
        assertThat(found(order, "%")).isEmpty();
        assertThat(page("smørre").replaceAll("\\s+", " ")).contains("1 of 1").contains("Smørrebrød");
    }

    @Test
    void wordsAndOtherFiltersHoldTogether() {
        String danish = desk.aCase(Map.of("comment", "Broken glass"));
        String swedish = desk.aCase(Map.of("comment", "Broken cup", "segments", Map.of("country", "SE")));
        desk.step(swedish, "take").statusCode(200);

        for (String order : List.of("NEWEST", "DUE")) {
            assertThat(found(order, "broken&segment=country:SE")).containsExactly(swedish);
            assertThat(found(order, "broken&state=NEW")).containsExactly(danish);
            assertThat(found(order, "broken&state=SPAM")).isEmpty();
        }
    }

    @Test
    void pagesOfWhatIsFoundHoldTogether() {
        List<String> due =
                List.of("one", "two", "three").stream().map(this::saying).toList();
        desk.aCase(Map.of("comment", "Something else"));

        for (String order : List.of("NEWEST", "DUE")) {
            String pageOne = search(order, "said", "&limit=2");
            String next = JsonPath.from(pageOne).getString("next");
            String pageTwo = search(order, "said", "&limit=2&cursor=" + next);
            List<String> all = new ArrayList<>(ids(pageOne));
            all.addAll(ids(pageTwo));
            assertThat(all).isEqualTo(order.equals("DUE") ? due : due.reversed());
        }
    }

    @Test
    void theSearchFollowsTheCustomersWords() throws SQLException {
        Link link = Company.invite(desk.survey(), desk.touchpoint(), Map.of());
        String id = answers(link, "It never arrived");
        String reviewCase = desk.caseOf(id);
        assertThat(found("DUE", "arrived")).containsExactly(reviewCase);

        answers(link, "It came broken");
        assertThat(found("DUE", "arrived")).isEmpty();
        assertThat(found("DUE", "broken")).containsExactly(reviewCase);

        answers(link, null);
        assertThat(found("DUE", "broken")).isEmpty();
        assertThat(keptWords(reviewCase)).isZero();

        answers(link, "It is lost");
        changes.withdraw(UUID.fromString(id));
        assertThat(found("NEWEST", "lost")).isEmpty();
        assertThat(keptWords(reviewCase)).isZero();
    }

    /** As in an installation that was there before the search. */
    @Test
    void casesFromBeforeAreFoundAsWell() throws SQLException, IOException {
        String reviewCase = desk.aCase(Map.of("comment", "Grød på Ålborg straße: Ærlig ÖL, früh CAFÉ"));
        byte[] before = words(reviewCase);
        execute("DELETE FROM case_words WHERE case_id = UNHEX('" + reviewCase.replace("-", "") + "')");
        assertThat(found("NEWEST", "ærlig")).isEmpty();

        execute(migration());

        assertThat(found("NEWEST", "ærlig")).containsExactly(reviewCase);
        assertThat(new String(words(reviewCase), StandardCharsets.UTF_8))
                .isEqualTo(new String(before, StandardCharsets.UTF_8));
    }

    private String saying(String what) {
        return desk.aCase(Map.of("comment", "They said " + what));
    }

    private List<String> found(String order, String query) {
        return ids(search(order, query, ""));
    }

    private String search(String order, String query, String more) {
        return given().auth()
                .oauth2(desk.key())
                .urlEncodingEnabled(false)
                .get(Desk.CASES + "?touchpoint=" + desk.touchpoint() + "&order=" + order + "&q=" + encoded(query)
                        + more)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String encoded(String query) {
        String[] parts = query.split("&", 2);
        String words = URLEncoder.encode(parts[0], StandardCharsets.UTF_8);
        return parts.length == 1 ? words : words + "&" + parts[1];
    }

    private static List<String> ids(String body) {
        return JsonPath.from(body).getList("items.id");
    }

    private String page(String words) {
        return given().auth()
                .oauth2(desk.key())
                .queryParam("tp", desk.touchpoint())
                .queryParam("q", words)
                .get("/inbox")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String answers(Link link, String comment) {
        return given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .body(Company.values("invitation", link.token(), "score", 2, "comment", comment))
                .post("/api/v1/responses")
                .then()
                .extract()
                .path("id");
    }

    private byte[] words(String reviewCase) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT words FROM case_words WHERE case_id = UNHEX(REPLACE(?, '-', ''))")) {
            select.setString(1, reviewCase);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : new byte[0];
            }
        }
    }

    private int keptWords(String reviewCase) throws SQLException {
        return words(reviewCase).length;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String migration() throws IOException {
        try (InputStream file =
                CaseSearchTest.class.getResourceAsStream("/db/migration/V8_41__case_words_of_earlier_cases.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        }
    }
}
