package io.aftertouch.score.crm;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import jakarta.inject.Inject;

import io.aftertouch.platform.id.UuidTime;
import io.aftertouch.platform.retention.KeptData;
import io.aftertouch.platform.retention.RetentionRounds;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.metric.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.aftertouch.score.crm.Customers.MONDAY;
import static io.aftertouch.score.crm.Customers.TUESDAY;
import static io.aftertouch.score.crm.Customers.WEDNESDAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What a CRM is told of one respondent, whatever becomes of the answers. */
@QuarkusTest
@RealInfrastructureTest
class RespondentScoreTest {

    @Inject
    Customers customers;

    @Inject
    KeptRespondentAnswers kept;

    @Inject
    RetentionRounds rounds;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private final String key = TestKeys.withScopes("scores:read", "responses:read");
    private final String ref = Customers.stranger();

    @Test
    void theLastScoreOfEachMetricIsToldWithItsTrend() {
        customers.heard(
                customers.answer(ref, Scale.NPS, 4, MONDAY),
                customers.answer(ref, Scale.NPS, 9, WEDNESDAY),
                customers.answer(ref, Scale.CES_1, 2, MONDAY),
                customers.answer(ref, Scale.CES_1, 5, TUESDAY));

        of(ref).statusCode(200)
                .body("ref", equalTo(ref))
                .body("id", notNullValue())
                .body("forgotten", equalTo(false))
                .body("nps.score", equalTo(9))
                .body("nps.band", equalTo("POSITIVE"))
                .body("nps.answeredAt", equalTo("2026-11-18T09:00:00Z"))
                .body("nps.touchpoint", equalTo("crm.asked"))
                .body("nps.survey", equalTo("crm-nps"))
                .body("nps.surveyVersion", equalTo(1))
                .body("nps.scale", equalTo("NPS"))
                .body("nps.answers", equalTo(2))
                .body("nps.previousScore", equalTo(4))
                .body("nps.trend", equalTo("IMPROVING"))
                .body("ces.score", equalTo(5))
                .body("ces.band", equalTo("NEGATIVE"))
                .body("ces.trend", equalTo("WORSENING"))
                .body("$", hasKey("csat"))
                .body("csat", nullValue());
    }

    @Test
    void anAnswerHeardLateReplacesNoNewerOne() {
        customers.heard(customers.answer(ref, Scale.NPS, 9, WEDNESDAY));
        customers.heard(customers.answer(ref, Scale.NPS, 2, MONDAY));

        of(ref).body("nps.score", equalTo(9))
                .body("nps.previousScore", equalTo(2))
                .body("nps.answers", equalTo(2));
    }

    @Test
    void aChangedAnswerIsToldAsItStandsWhateverWasHeardFirst() {
        AnswerChange first = customers.answer(ref, Scale.NPS, 2, MONDAY);
        AnswerChange second = customers.revised(first, 7);
        AnswerChange third = customers.revised(second, 10);
        customers.heard(third, first);
        customers.heard(second);

        of(ref).body("nps.score", equalTo(10)).body("nps.answers", equalTo(1)).body("nps.trend", nullValue());
    }

    @Test
    void aWithdrawnAnswerGivesWayToTheOneBefore() {
        AnswerChange last = customers.answer(ref, Scale.NPS, 9, WEDNESDAY);
        customers.heard(customers.answer(ref, Scale.NPS, 6, MONDAY), last);
        customers.heard(customers.withdrawn(last));

        of(ref).body("nps.score", equalTo(6)).body("nps.answers", equalTo(1));
    }

    @Test
    void aWithdrawalHeardBeforeTheAnswerHoldsToo() {
        AnswerChange other = customers.answer(ref, Scale.CSAT_5, 4, MONDAY);
        AnswerChange answer = customers.answer(ref, Scale.NPS, 9, MONDAY);
        customers.heard(other, customers.withdrawn(answer), answer);

        of(ref).body("nps", nullValue()).body("csat.score", equalTo(4));
    }

    @Test
    void scoresOnDifferentScalesHaveNoTrend() {
        customers.heard(
                customers.answer(ref, Scale.CSAT_5, 5, MONDAY), customers.answer(ref, Scale.CSAT_10, 5, TUESDAY));

        of(ref).body("csat.score", equalTo(5))
                .body("csat.band", equalTo("NEUTRAL"))
                .body("csat.answers", equalTo(2))
                .body("csat.previousScore", nullValue())
                .body("csat.trend", nullValue());
    }

    @Test
    void whoTookBackTheLastAnswerIsNotKnownAnyMore() {
        AnswerChange answer = customers.answer(ref, Scale.NPS, 9, MONDAY);
        customers.heard(answer);
        customers.heard(customers.withdrawn(answer));

        of(ref).statusCode(404).body("type", containsString("/problems/not-found"));
        assertThat(rowsNaming(ref)).isZero();
    }

    @Test
    void whoWasErasedDoesNotComeBackWithAnAnswerThatIsHeardLate() {
        AnswerChange answer = customers.answer(ref, Scale.NPS, 9, MONDAY);
        customers.heard(answer);

        customers.erased(ref);
        customers.heard(answer, customers.answer(ref, Scale.CSAT_5, 1, TUESDAY));

        of(ref).statusCode(404);
        assertThat(rowsNaming(ref)).isZero();
    }

    @Test
    void answersThatWereKeptLongEnoughGoAndTheRespondentWithTheLast() {
        Instant threeYearsAgo = clock.instant().minus(Duration.ofDays(3 * 365));
        String leaving = Customers.stranger();
        customers.heard(
                customers.answer(agedId(threeYearsAgo), ref, Scale.NPS, 2, threeYearsAgo),
                customers.answer(ref, Scale.CSAT_5, 5, MONDAY),
                customers.answer(agedId(threeYearsAgo), leaving, Scale.NPS, 2, threeYearsAgo));
        assertThat(kept.oldest(KeptData.START)).hasValueSatisfying(oldest -> assertThat(oldest)
                .isBefore(clock.instant().minus(Duration.ofDays(1_000))));

        assertThat(rounds.goThrough(kept, clock.instant())).isTrue();

        of(ref).statusCode(200).body("nps", nullValue()).body("csat.score", equalTo(5));
        of(leaving).statusCode(404);
        assertThat(rowsNaming(leaving)).isZero();
    }

    @Test
    void aReferenceThatAPathCannotHoldIsEncoded() {
        String odd = ref + "/;a b";
        customers.heard(customers.answer(odd, Scale.NPS, 7, MONDAY));
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(odd.getBytes(StandardCharsets.UTF_8));

        of("~" + encoded).statusCode(200).body("ref", equalTo(odd));
        of("~***").statusCode(404);
    }

    @Test
    void aPersonIsToldWhatIsKeptOfThem() {
        AnswerChange answer = customers.answer(ref, Scale.NPS, 9, MONDAY);
        customers.heard(answer);

        given().auth()
                .oauth2(TestKeys.allScopes())
                .queryParam("respondent", ref)
                .get("/api/v1/personal-data")
                .then()
                .statusCode(200)
                .body("answers", hasSize(1))
                .body("answers[0].response", equalTo(answer.answer().toString()))
                .body("answers[0].touchpoint", equalTo("crm.asked"))
                .body("answers[0].score", equalTo(9));
    }

    @Test
    void itTakesTheRightToReadScoresAndAnswers() {
        customers.heard(customers.answer(ref, Scale.NPS, 9, MONDAY));

        for (String path : new String[] {"/api/v1/respondent-scores", "/api/v1/respondent-scores/" + ref}) {
            given().get(path).then().statusCode(401);
            given().auth()
                    .oauth2(TestKeys.withScopes("scores:read"))
                    .get(path)
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(TestKeys.withScopes("responses:read"))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
    }

    private static UUID agedId(Instant at) {
        return new UUID(
                UuidTime.first(at).getMostSignificantBits(), UUID.randomUUID().getLeastSignificantBits());
    }

    private int rowsNaming(String who) {
        return database.row("SELECT COUNT(*) FROM respondent WHERE ref = ?", row -> row.getInt(1), who)
                .orElseThrow();
    }

    private ValidatableResponse of(String who) {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/respondent-scores/{ref}", who)
                .then();
    }
}
