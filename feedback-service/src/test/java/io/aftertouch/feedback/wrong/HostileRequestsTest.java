package io.aftertouch.feedback.wrong;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.form.Person;
import io.aftertouch.feedback.review.Customer;
import io.aftertouch.feedback.review.Desk;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.intruder.HostileRequests;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/**
 * Whatever is sent to this service is answered with a documented status, soon, and changes nothing unless it should. It stands in a package behind all
 * others, so that it comes last and leaves what it makes to nobody.
 */
@QuarkusTest
@RealInfrastructureTest
class HostileRequestsTest {

    private static final String CASES = "/api/v1/review-cases/{id}";
    private static final Map<String, String> WORDS =
            Map.of("subject", "Dit svar til Nordlys", "text", "Det beklager vi.", "language", "da");
    private static final String SUSPECTED = "/api/v1/responses/suspected";

    @Test
    void everyOperationIsAnsweredWell() {
        Desk desk = new Desk();
        String history = "source=history&survey=" + desk.survey() + "&touchpoint=" + desk.touchpoint();
        HostileRequests.to("feedback-service", desk.key())
                .saying("changeInboxTeams", () -> Map.of("teams", List.of(team(desk))))
                .saying(
                        "changeInboxCalendar",
                        () -> Map.of(
                                "zone",
                                "Europe/Copenhagen",
                                "hours",
                                Map.of("MONDAY", List.of("09:00-17:00")),
                                "holidays",
                                List.of(Map.of("date", "2026-12-25", "name", "Christmas")),
                                "dueWithin",
                                "PT4H"))
                .saying("saveInboxView", HostileRequestsTest::view)
                .at("/api/v1/inbox/views/{id}", () -> view(desk))
                .asking("getPersonalData", "respondent=r-hostile")
                .asking("recountPart", "month=2026-11&touchpoint=" + desk.touchpoint())
                .asking("listNamedAnswers", "month=2026-11&touchpoint=" + desk.touchpoint())
                // others left files of a hundred thousand rows behind
                .asking("exportResponsesAsCsv", "touchpoint=" + desk.touchpoint())
                .asking("exportResponsesAsNdjson", "touchpoint=" + desk.touchpoint())
                .asking("exportReviewCasesAsCsv", "touchpoint=" + desk.touchpoint())
                .open("giveAnswer")
                .saying("submitResponse", () -> answer(desk))
                .saying("submitResponses", () -> Map.of("responses", List.of(answer(desk))))
                .saying(
                        "giveAnswer",
                        () -> Map.of(
                                "invitation",
                                Company.invite(desk.survey(), desk.touchpoint(), "da")
                                        .token(),
                                "score",
                                9,
                                "comment",
                                "Tak"))
                .asking("importResponses", history + "&mapping=DELIGHTED&dryRun=true")
                .saying("importResponses", () -> "ID,Score,Comment,Created At\n1,9,Fine,2024-01-01T00:00:00Z\n")
                .at("/api/v1/responses/{id}", () -> desk.answer(Map.of()))
                .at(SUSPECTED + "/{id}", () -> suspected(desk))
                .at("putSuspectedAnswerBack", () -> discarded(desk))
                .at(CASES, desk::aCase)
                .saying("changeReviewCases", () -> Map.of("cases", List.of(desk.aCase()), "step", "TAKE"))
                .saying("assignReviewCase", () -> Map.of("assignee", "mette"))
                .saying("addNoteToReviewCase", () -> Map.of("text", "Called"))
                .at("releaseReviewCase", () -> after(desk, "take"))
                .at("awaitReviewCase", () -> after(desk, "take"))
                .at("undoReviewCaseStep", () -> after(desk, "take"))
                .at("reopenReviewCase", () -> after(desk, "spam"))
                .at("wakeReviewCase", () -> snoozed(desk))
                .saying("snoozeReviewCase", HostileRequestsTest::tomorrow)
                .saying("resolveReviewCase", () -> Map.of("reason", "EXPLAINED"))
                .at(
                        "replyToCustomer",
                        () -> Customer.disappointed(desk).allowsContact().reviewCase())
                .saying("replyToCustomer", () -> WORDS)
                .at("tryReplyAgain", () -> failedReply(desk))
                .send();
    }

    private static Map<String, Object> team(Desk desk) {
        return Map.of(
                "key",
                "hostile",
                "name",
                "Hostile",
                "rules",
                List.of(Map.of("touchpoint", desk.touchpoint(), "segments", Map.of("country", "DK"))));
    }

    private static Map<String, Object> view() {
        return Map.of(
                "name",
                "Hostile " + UUID.randomUUID().toString().substring(0, 8),
                "query",
                "state=NEW",
                "shared",
                false);
    }

    private static String view(Desk desk) {
        return given().auth()
                .oauth2(desk.key())
                .contentType("application/json")
                .body(view())
                .post("/api/v1/inbox/views")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> answer(Desk desk) {
        return Map.of(
                "source",
                "shop",
                "id",
                UUID.randomUUID().toString(),
                "survey",
                desk.survey(),
                "touchpoint",
                desk.touchpoint(),
                "score",
                9,
                "comment",
                "Fine",
                "segments",
                Map.of("country", "DK"));
    }

    /** What a program sent that never saw the form. */
    private static String suspected(Desk desk) {
        Link link = Company.invite(desk.survey(), desk.touchpoint(), "da");
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", Person.BROWSER)
                .formParam("score", 9)
                .post(link.path())
                .then()
                .statusCode(200);
        return given().auth()
                .oauth2(desk.key())
                .get(SUSPECTED + "?respondent=" + link.respondent())
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static String discarded(Desk desk) {
        String id = suspected(desk);
        given().auth()
                .oauth2(desk.key())
                .post(SUSPECTED + "/" + id + "/discarding")
                .then()
                .statusCode(200);
        return id;
    }

    private static String after(Desk desk, String step) {
        String id = desk.aCase();
        desk.step(id, step).statusCode(200);
        return id;
    }

    private static String snoozed(Desk desk) {
        String id = desk.aCase();
        desk.step(id, "snooze", tomorrow()).statusCode(200);
        return id;
    }

    private static String failedReply(Desk desk) {
        String id = Customer.disappointed(desk).allowsContact().reviewCase();
        String replies = Desk.CASES + "/" + id + "/replies";
        String reply = given().auth()
                .oauth2(desk.key())
                .contentType("application/json")
                .body(WORDS)
                .post(replies)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        Company.tell(
                "reply-outcomes",
                id,
                "reply.failed",
                Company.values(
                        "id",
                        reply,
                        "caseId",
                        id,
                        "reason",
                        "BREAKDOWN",
                        "failedAt",
                        Instant.now().toString()));
        await().until(() -> given().auth()
                .oauth2(desk.key())
                .get(replies)
                .path("items[0].state")
                .equals("FAILED"));
        return id + "/" + reply;
    }

    private static Map<String, String> tomorrow() {
        return Map.of("until", Instant.now().plus(Duration.ofDays(1)).toString());
    }
}
