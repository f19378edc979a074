package io.aftertouch.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail scanner does what mail scanners do, and worse; then the person comes whose mail it was. */
class ScannerJourneyTest {

    private static final Duration LOOKED_AT = Duration.ofSeconds(15);

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void aScannerAnswersNothingAndOptsNobodyOutAndOnePersonAnswersOnce() throws Exception {
        Site.Touchpoint touchpoint = site.touchpoint("Ticket closed", "NPS", "EMAIL");
        touchpoint.enoughPromoters();
        String respondent = "r-" + UUID.randomUUID().toString().substring(0, 8);
        touchpoint.event(respondent);
        JsonNode mail = site.mailTo(respondent + "@example.com");
        String form = site.link(mail);
        Set<String> links = linksIn(mail, form);

        try (Visitor scanner = Visitor.arrives()) {
            fetchesAll(links);
            opensAllAndWaits(scanner.page().context(), links);
            sendsAtOnce(scanner, form);
            postsWithoutLooking(form);
            pressesAtOnce(scanner, form.replace("/s/", "/u/"));
            pressesAtOnce(scanner, form.replace("/s/", "/u/") + "/erasure");
        }
        assertThat(answersOf(touchpoint, respondent)).isEmpty();
        assertThat(touchpoint.cases()).isEmpty();
        assertThat(touchpoint.counted()).as("the five promoters alone").isEqualTo(5);
        assertThat(site.get("/api/v1/respondents/" + respondent)
                        .path("optedOut")
                        .asBoolean())
                .isFalse();
        assertThat(suspected(respondent, "WAITING"))
                .as("nothing is dropped")
                .extracting(one -> one.path("score").asInt())
                .containsExactlyInAnyOrder(0, 9);

        try (Visitor person = Visitor.arrives()) {
            Page page = person.open(form + "?score=9");
            person.readsTheQuestion();
            page.locator("button.send").click();
            assertThat(page.url()).as("one click and one tap").contains("/thanks");
            person.assertNothingWentWrong();
        }
        assertThat(answersOf(touchpoint, respondent)).singleElement().satisfies(answer -> {
            assertThat(answer.path("score").asInt()).isEqualTo(9);
            assertThat(answer.at("/evidence/signs").toString())
                    .as("of the one that was kept, which said the same")
                    .contains("TOO_FAST");
        });
        assertThat(suspected(respondent, "WAITING")).isEmpty();
        assertThat(suspected(respondent, "SUPERSEDED")).hasSize(1);
        touchpoint.awaitCounted(6);
        aPersonEndsQuestions(form.replace("/s/", "/u/"), respondent);
    }

    private void aPersonEndsQuestions(String address, String respondent) {
        try (Visitor person = Visitor.arrives()) {
            Page page = person.open(address);
            person.readsTheQuestion();
            page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.locator("button.send").first().click());
            person.assertNothingWentWrong();
        }
        assertThat(site.get("/api/v1/respondents/" + respondent)
                        .path("optedOut")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoeverComesTogetherWithAProgramTapsOnceMore() throws Exception {
        Site.Touchpoint touchpoint = site.touchpoint("Bill paid", "NPS", "EMAIL");
        String respondent = "r-" + UUID.randomUUID().toString().substring(0, 8);
        touchpoint.event(respondent);
        String form = site.link(site.mailTo(respondent + "@example.com"));
        try (Visitor person = Visitor.arrives()) {
            Page page = person.open(form + "?score=9");
            for (String link : List.of("?via=h", "?score=0", "?score=1", "?score=2")) {
                assertThat(fetched("GET", form + link)).isEqualTo(200);
            }
            person.readsTheQuestion();
            page.locator("button.send").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Vil du sende 9?");
            person.readsTheQuestion();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ja, send 9"))
                    .click();
            assertThat(page.url()).contains("/thanks");
            person.assertNothingWentWrong();
        }
        assertThat(answersOf(touchpoint, respondent)).singleElement().satisfies(answer -> {
            assertThat(answer.at("/evidence/signs").toString()).contains("TRAP_LINK", "MANY_LINKS");
            assertThat(answer.at("/evidence/linksOpened").asInt()).isGreaterThanOrEqualTo(4);
        });
    }

    @Test
    void withoutAScannerOneClickAndOneTapAreOneAnswer() {
        Site.Touchpoint touchpoint = site.touchpoint("Parcel delivered", "NPS", "EMAIL");
        String respondent = "r-" + UUID.randomUUID().toString().substring(0, 8);
        touchpoint.event(respondent);
        String form = site.link(site.mailTo(respondent + "@example.com"));
        try (Visitor person = Visitor.arrives()) {
            Page page = person.open(form + "?score=10");
            person.readsTheQuestion();
            page.locator("button.send").click();
            assertThat(page.url()).contains("/thanks");
            person.assertNothingWentWrong();
        }
        assertThat(answersOf(touchpoint, respondent)).singleElement().satisfies(answer -> assertThat(
                        answer.path("evidence").isNull())
                .isTrue());
    }

    @Test
    void whatColleaguesDecideIsCountedAndTakenBack() throws Exception {
        Site.Touchpoint touchpoint = site.touchpoint("Call ended", "NPS", "LINK");
        touchpoint.enoughPromoters();
        String respondent = "r-" + UUID.randomUUID().toString().substring(0, 8);
        String form =
                touchpoint.event(respondent).at("/decisions/0/invitation/link").asText();
        await("news of the invitation").until(() -> fetched("GET", form) == 200);
        postsWithoutLooking(form);
        try (Visitor colleague = Visitor.arrives()) {
            Page page = colleague.signInTo(suite, "/responses/suspected");
            press(page, respondent, "Count it");
            touchpoint.awaitCounted(6);
            assertThat(touchpoint.cases()).as("a score of 0 is a case").hasSize(1);

            page.navigate(suite.url() + "/responses/suspected?state=CONFIRMED");
            press(page, respondent, "Discard it");
            touchpoint.awaitCounted(5);

            page.navigate(suite.url() + "/responses/suspected?state=DISCARDED");
            press(page, respondent, "Put it back");
            page.navigate(suite.url() + "/responses/suspected");
            press(page, respondent, "Count it");
            touchpoint.awaitCounted(6);
            colleague.assertNothingWentWrong();
        }
    }

    private static void press(Page page, String respondent, String button) {
        page.locator("tr", new Page.LocatorOptions().setHasText(respondent))
                .getByText(button)
                .click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(respondent))
                        .count())
                .isZero();
    }

    /** All that a program finds in the mail, and what it can think of. */
    private Set<String> linksIn(JsonNode mail, String form) {
        Set<String> links = new LinkedHashSet<>();
        Pattern.compile("href=\"([^\"]+)\"")
                .matcher(mail.path("html").asText())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(link -> link.startsWith(suite.url()))
                .forEach(links::add);
        for (int score = 0; score <= 10; score++) {
            assertThat(links).contains(form + "?score=" + score);
        }
        assertThat(links).contains(form + "?via=h").anySatisfy(link -> assertThat(link)
                .startsWith(suite.url() + "/u/"));
        links.add(form);
        links.add(form + "/privacy");
        links.add(form + "/data");
        links.add(form.replace("/s/", "/u/") + "/erasure");
        return links;
    }

    private static void fetchesAll(Set<String> links) throws IOException, InterruptedException {
        for (String link : links) {
            assertThat(fetched("HEAD", link)).as("HEAD " + link).isEqualTo(200);
            assertThat(fetched("GET", link)).as("GET " + link).isEqualTo(200);
        }
    }

    private static void opensAllAndWaits(BrowserContext browser, Set<String> links) {
        List<Page> tabs = new ArrayList<>();
        for (String link : links) {
            Page tab = browser.newPage();
            tab.navigate(link);
            tabs.add(tab);
        }
        tabs.getLast().waitForTimeout(LOOKED_AT.toMillis());
        tabs.forEach(tab -> {
            assertThat(links).contains(tab.url());
            tab.close();
        });
    }

    /** Sends the form as soon as it is there, and whatever comes then, by script. */
    private static void sendsAtOnce(Visitor scanner, String form) {
        Page page = scanner.open(form + "?score=9");
        page.evaluate("document.forms[0].requestSubmit()");
        page.waitForSelector("input[type=hidden][name=score]", ATTACHED);
        page.evaluate("document.querySelector('button.send').click()");
        page.waitForLoadState();
        page.waitForSelector("input[type=hidden][name=score]", ATTACHED);
        assertThat(page.url()).doesNotContain("/thanks");
    }

    /** Presses what ends questions, or asks for erasure, as soon as it is there, and once more when it has been there for long. */
    private static void pressesAtOnce(Visitor scanner, String address) {
        Page page = scanner.open(address);
        for (int wait : new int[] {0, 1_500}) {
            page.waitForTimeout(wait);
            page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.evaluate("document.querySelector('button.send').click()"));
            page.waitForLoadState();
            page.waitForSelector("main [role=status]");
        }
    }

    static final Page.WaitForSelectorOptions ATTACHED =
            new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);

    static void postsWithoutLooking(String form) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("score=0"))
                .build();
        assertThat(answer(post).statusCode()).isEqualTo(200);
    }

    private static int fetched(String method, String link) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(link))
                        .method(method, BodyPublishers.noBody())
                        .build())
                .statusCode();
    }

    private static HttpResponse<Void> answer(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request, BodyHandlers.discarding());
        }
    }

    private static List<JsonNode> answersOf(Site.Touchpoint touchpoint, String respondent) {
        return touchpoint.answers().stream()
                .filter(answer -> answer.path("respondentRef").asText().equals(respondent))
                .toList();
    }

    private List<JsonNode> suspected(String respondent, String state) {
        List<JsonNode> found = new ArrayList<>();
        site.get("/api/v1/responses/suspected?respondent=" + respondent + "&state=" + state)
                .path("items")
                .forEach(found::add);
        return found;
    }
}
