package io.aftertouch.local.journey;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** One answer, all the way: the ten steps of docs/one-answer.md, in their order, as people and programs see them. */
class OneAnswerJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void oneAnswerGoesAllTheWay() {
        Site.Touchpoint touchpoint = site.touchpoint("Ticket closed", "NPS", "EMAIL");
        String respondent = "r-" + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor customer = Visitor.arrives();
                Visitor colleague = Visitor.arrives()) {
            // 1 and 2: an event is posted and judged; the ledger keeps why
            var event = touchpoint.eventBody(respondent, "ticket-4711-" + respondent);
            JsonNode decided = site.post("/api/v1/events", event);
            assertThat(decided.at("/decisions/0/outcome").asText()).isEqualTo("INVITED");
            assertThat(site.post("/api/v1/events", event))
                    .as("the same event again")
                    .isEqualTo(decided);
            assertThat(site.get("/api/v1/decisions?touchpoint=" + touchpoint.key())
                            .path("items"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.path("outcome").asText()).isEqualTo("INVITED"));

            // 3 and 4: the invitation is due at once and arrives as an e-mail
            JsonNode mail = site.mailTo(respondent + "@example.com");
            assertThat(mail.path("html").asText()).contains("/s/");
            String link = site.link(mail);

            // 5: the customer opens the form, with the score that the e-mail's button chose
            Page form = customer.open(link + "?score=2");
            assertThat(form.locator("html").getAttribute("lang")).isEqualTo("da");
            assertThat(form.locator("input[name=score]:checked").inputValue()).isEqualTo("2");
            assertThat(touchpoint.answers()).as("looking is not answering").isEmpty();
            form.locator("textarea[name=comment]").fill("Pakken kom aldrig");

            // 6 and 7: it is sent, and stands in the inbox of a colleague who had it open
            Page inbox = colleague.signInTo(suite, "/inbox");
            customer.readsTheQuestion();
            long sentAt = System.nanoTime();
            form.locator("button.send").click();
            inbox.locator(".toast").waitFor(new Locator.WaitForOptions().setTimeout(10_000));
            Duration toInbox = Duration.ofNanos(System.nanoTime() - sentAt);
            assertThat(form.locator("main").innerText()).contains("2");
            inbox.locator(".toast a").click();
            Locator shown = inbox.locator(".pane-case", new Page.LocatorOptions().setHasText("Pakken kom aldrig"));
            assertThat(shown.innerText()).contains("Ticket closed").contains("country");

            // 8: it is counted; survey-service knows that nobody has to be reminded
            String invitation = decided.at("/decisions/0/invitation/id").asText();
            await().until(() -> site.get("/api/v1/invitations/" + invitation)
                    .path("state")
                    .asText()
                    .equals("ANSWERED"));

            // 9 and 10: more answers; the score moves, for programs and for people
            for (int i = 1; i <= 4; i++) {
                assertThat(touchpoint.answer("promoter-" + i, 9, null).status()).isBetween(200, 299);
            }
            touchpoint.awaitCounted(5);
            long answeredAt = System.nanoTime();
            assertThat(touchpoint.answer("promoter-5", 9, null).status()).isBetween(200, 299);
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(() -> touchpoint.counted() == 6);
            Duration toScore = Duration.ofNanos(System.nanoTime() - answeredAt);

            JsonNode score = touchpoint.score().orElseThrow();
            assertThat(score.path("score").asDouble()).isCloseTo(100 * (5 - 1) / 6.0, within(0.1));
            assertThat(score.path("low").asDouble())
                    .isLessThan(score.path("score").asDouble());
            assertThat(score.path("high").asDouble())
                    .isGreaterThan(score.path("score").asDouble());
            Page home = colleague.open(suite.url() + "/");
            assertThat(home.locator(
                                    "tr",
                                    new Page.LocatorOptions()
                                            .setHas(home.locator("a[href*='/touchpoint/" + touchpoint.key() + "']")))
                            .innerText())
                    .containsPattern("67 \\(−8 to 97\\), n\\h=\\h6");

            System.out.printf(
                    "From answer to inbox %d ms, from answer to score %d ms%n", toInbox.toMillis(), toScore.toMillis());
            assertThat(toInbox).as("from answer to inbox").isLessThan(SOON);
            assertThat(toScore).as("from answer to score").isLessThan(SOON);
            customer.assertNothingWentWrong();
            colleague.assertNothingWentWrong();
        }
    }

    @Test
    void theFormWorksWithoutJavaScriptAndASecondLookShowsWhatWasSaid() {
        Site.Touchpoint touchpoint = site.touchpoint("Parcel delivered", "CSAT", "LINK");
        String link =
                touchpoint.event("r-plain").at("/decisions/0/invitation/link").asText();
        try (Visitor customer = Visitor.withoutJavaScript()) {
            Page form = customer.open(link);
            form.locator("input[name=score]").last().check();
            customer.readsTheQuestion();
            form.locator("button.send").click();

            assertThat(form.locator("form button.send").count())
                    .as("no second form on the thank-you page")
                    .isZero();
            assertThat(customer.open(link).locator("h1").innerText()).isNotBlank();
        }
        assertThat(touchpoint.answers()).hasSize(1);
    }

    @Test
    void fiftyAnswersToOneInvitationAtOnceAreOneAnswer() {
        Site.Touchpoint touchpoint = site.touchpoint("Call ended", "NPS", "LINK");
        String link =
                touchpoint.event("r-eager").at("/decisions/0/invitation/link").asText();
        String token = link.substring(link.lastIndexOf('/') + 1);
        await("the form, once its service has heard of the invitation")
                .until(() -> site.send("GET", "/s/" + token, null).status() == 200);
        var attempts = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> site.send(
                        "POST",
                        "/api/v1/responses",
                        java.util.Map.of("invitation", token, "score", 7, "comment", "once"))))
                .toList();

        assertThat(attempts)
                .allSatisfy(attempt -> assertThat(attempt.join().status()).isIn(200, 201));
        assertThat(touchpoint.answers()).hasSize(1);
    }
}
