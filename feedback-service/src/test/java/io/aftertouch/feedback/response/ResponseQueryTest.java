package io.aftertouch.feedback.response;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Answers are found by what is known of them, page by page, however many there are. */
@QuarkusTest
@RealInfrastructureTest
class ResponseQueryTest {

    private static String key;
    private static String survey;
    private static String effort;
    private static String touchpoint;
    private static String elsewhere;

    @Inject
    DataSource database;

    /** Ten answers, one each day, whose comments name them. */
    @BeforeEach
    void threeKindsOfAnswersAreThere() {
        if (key != null) {
            return;
        }
        key = TestKeys.allScopes();
        survey = Company.npsSurvey();
        effort = Company.agreementSurvey();
        touchpoint = Company.touchpoint();
        elsewhere = Company.touchpoint();
        answered("a", touchpoint, survey, 2, "2026-01-01", "r-1", "DK", "pro", "web", "It never CAME (100%)");
        answered("b", touchpoint, survey, 9, "2026-01-02", "r-1", "DK", "free", "web", "Super");
        answered("c", touchpoint, survey, 7, "2026-01-03", "r-2", "SE", "pro", "phone", "It came late");
        answered("d", touchpoint, effort, 7, "2026-01-04", "r-2", "SE", "free", "phone", null);
        answered("e", elsewhere, survey, 2, "2026-01-05", "r-1", "DK", "pro", "web", "under_score");
        answered("f", elsewhere, effort, 1, "2026-01-06", "r-3", "NO", "pro", "web", "It came to nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    touchpoint={t}|dcba
                    survey={s}|ecba
                    survey={e}|fd
                    touchpoint={t}&survey={s}|cba
                    touchpoint={t}&metric=CES|d
                    survey={s}&score=2|ea
                    survey={s}&score=2&score=7|eca
                    survey={s}&band=NEUTRAL|c
                    survey={e}&band=POSITIVE|d
                    touchpoint={t}&segment=country:DK|ba
                    segment=run:{r}|fedcba
                    segment=run:{r}&segment=country:DK|eba
                    segment=run:{r}&segment=country:DK&segment=country:NO|feba
                    segment=run:{r}&segment=country:DK&segment=plan:pro|ea
                    segment=run:{r}&segment=country:dk|''
                    respondent={r}r-1|eba
                    respondent={r}r-1&touchpoint={t}&score=9|b
                    segment=run:{r}&channel=phone|dc
                    survey={s}&q=it came|c
                    survey={s}&q=came|ca
                    survey={s}&q=100%|a
                    survey={s}&q=r_s|e
                    survey={s}&q=%|a
                    survey={s}&from=2026-01-02T00:00:00Z&to=2026-01-05T00:00:00Z|cb
                    survey={s}&respondent=nobody|''
                    """)
    void anyFilterFindsWhatFitsLatestFirst(String query, String found) {
        assertThat(walk(query, 200)).isEqualTo(found);
        assertThat(walk(query, 1)).as("page by page").isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "score=11",
                "score=x",
                "segment=DK",
                "segment=country:",
                "band=GOOD",
                "metric=nps",
                "from=yesterday",
                "from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "from=1980-01-01T00:00:00Z&to=2080-01-01T00:00:00Z",
                "limit=1000000000",
                "limit=0",
                "cursor=x",
                "cursor=KzEwMDAwMDAwMC0wMS0wMVQwMDowMDowMFoKeA",
                "q=%00"
            })
    void whatCannotBeReadIsRefused(String query) {
        given().auth()
                .oauth2(key)
                .urlEncodingEnabled(false)
                .get("/api/v1/responses?" + query)
                .then()
                .statusCode(400);
    }

    @Test
    void anAnswerThatComesMeanwhileMovesNoPage() {
        String run = "run:" + UUID.randomUUID();
        String place = Company.touchpoint();
        String other = Company.npsSurvey();
        for (int day = 1; day <= 4; day++) {
            post(place, other, day, "2026-02-0" + day, Map.of("run", run.substring(4)));
        }
        var first = page("segment=" + run + "&limit=2");
        post(place, other, 9, "2026-02-09", Map.of("run", run.substring(4)));
        var second = page("segment=" + run + "&limit=2&cursor=" + first.getString("next"));
        assertThat(first.getList("items.score")).isEqualTo(List.of(4, 3));
        assertThat(second.getList("items.score")).isEqualTo(List.of(2, 1));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void aPageLooksAtTwentyThousandAnswersAtMostAndTheNextGoesOn() throws SQLException {
        String place = Company.touchpoint();
        String other = Company.npsSurvey();
        History.of(other, place).write(database, ResponseReading.LOOKED_AT + 5_000, 0);
        post(place, other, 1, "2019-12-31", Map.of());
        var first = page("touchpoint=" + place + "&score=1");
        assertThat(first.getList("items")).isEmpty();
        assertThat(first.getString("next")).isNotNull();
        var second = page("touchpoint=" + place + "&score=1&cursor=" + first.getString("next"));
        assertThat(second.getList("items.score")).isEqualTo(List.of(1));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void thePageTakesTheSameFilters() {
        String page = given().auth()
                .oauth2(key)
                .get("/responses?tp=" + touchpoint
                        + "&segment=country:DK, plan:pro&q=never&metric=NPS&score=2&channel=web")
                .then()
                .statusCode(200)
                .body("html.head.title", equalTo("Responses – Aftertouch"))
                .extract()
                .asString();
        assertThat(page)
                .contains("It never CAME (100%)")
                .doesNotContain("Super")
                .contains("value=\"country:DK, plan:pro\"");
        assertThat(given().auth()
                        .oauth2(key)
                        .get("/responses?tp=" + touchpoint + "&score=99&band=x&metric=y")
                        .asString())
                .as("what means nothing is any")
                .contains("Super");
    }

    private String walk(String query, int limit) {
        String filled = query.replace("{t}", touchpoint)
                .replace("{s}", survey)
                .replace("{e}", effort)
                .replace("{r}", survey);
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            var page = page(filled + "&limit=" + limit + "&cursor=" + cursor);
            page.<String>getList("items.sourceId").forEach(id -> names.add(id.substring(id.length() - 1)));
            cursor = page.getString("next");
        } while (cursor != null);
        return String.join("", names);
    }

    private static JsonPath page(String query) {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/responses?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void answered(
            String name,
            String where,
            String what,
            int score,
            String day,
            String respondent,
            String country,
            String plan,
            String channel,
            String comment) {
        Map<String, Object> answer = answer(where, what, score, day);
        answer.put("id", survey + name);
        answer.put("respondentRef", survey + respondent);
        answer.put("segments", Map.of("country", country, "plan", plan, "run", survey));
        answer.put("channel", channel);
        answer.put("comment", comment);
        post(answer);
    }

    private static void post(String where, String what, int score, String day, Map<String, String> segments) {
        Map<String, Object> answer = answer(where, what, score, day);
        answer.put("segments", segments);
        post(answer);
    }

    private static Map<String, Object> answer(String where, String what, int score, String day) {
        return new HashMap<>(Map.of(
                "source",
                "shop",
                "id",
                UUID.randomUUID().toString(),
                "survey",
                what,
                "touchpoint",
                where,
                "score",
                score,
                "answeredAt",
                Instant.parse(day + "T12:00:00Z").toString()));
    }

    private static void post(Map<String, Object> answer) {
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Company.json(answer))
                .post("/api/v1/responses")
                .then()
                .statusCode(201);
    }
}
