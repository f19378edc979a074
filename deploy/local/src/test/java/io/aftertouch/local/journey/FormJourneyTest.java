package io.aftertouch.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The form is light, and there for everybody: without scripts, without style, with a keyboard alone, and whatever somebody writes. */
class FormJourneyTest {

    private static final int HEAVIEST = 14 * 1024;
    private static final String HOSTILE =
            "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>{config}"
                    + " {{7*7}} ${7*7} \u202Eevil\u202C =HYPERLINK(\"http://x\")";

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static final Site SITE = SUITE.site();
    private static Site.Touchpoint touchpoint;

    @BeforeAll
    static void somethingIsAsked() {
        touchpoint = SITE.touchpoint("Form", "NPS", "LINK");
    }

    private static String invited(String respondent) {
        return invited(touchpoint, respondent);
    }

    private static String invited(Site.Touchpoint place, String respondent) {
        String link = place.event(respondent).at("/decisions/0/invitation/link").asText();
        await("news of the invitation")
                .until(() -> SITE.send("GET", link.substring(SUITE.url().length()), null)
                                .status()
                        == 200);
        return link;
    }

    @Test
    void theFormIsOneLightRequest() throws IOException, InterruptedException {
        String heaviest = null;
        int most = 0;
        for (String metric : List.of("NPS", "CSAT", "CES")) {
            String link = invited(SITE.touchpoint("Weight " + metric, metric, "LINK"), "r-weight-" + metric);
            for (String language : List.of("en", "da", "sv", "nb", "de")) {
                int bytes = bytes(link + "?lang=" + language, "gzip");
                if (bytes > most) {
                    most = bytes;
                    heaviest = metric + " in " + language;
                }
                assertThat(bytes).as(metric + " in " + language).isLessThanOrEqualTo(HEAVIEST);
            }
            System.out.printf("The form of %s: %,d bytes as it is%n", metric, bytes(link, "identity"));
            List<String> requests = new ArrayList<>();
            try (Visitor customer = Visitor.arrives()) {
                customer.page().onRequest((Request request) -> requests.add(request.url()));
                customer.open(link);
                customer.page().waitForTimeout(300);
            }
            assertThat(requests).containsExactly(link);
        }
        System.out.printf("The heaviest form is %s: %,d bytes compressed, in one request%n", heaviest, most);
    }

    private static int bytes(String link, String encoding) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(link))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo(encoding);
            return answer.body().length;
        }
    }

    @Test
    void itWorksWithoutStyleAndWithoutScripts() {
        String link = invited("r-unstyled");
        try (Visitor customer = Visitor.withoutJavaScript()) {
            Page page = customer.page();
            page.route(url -> url.startsWith(link), FormJourneyTest::withoutStyle);
            customer.open(link + "?lang=en");
            assertThat(page.locator("style").count()).isZero();
            assertThat(page.locator("[hidden]").all()).hasSize(3).noneMatch(Locator::isVisible);
            page.getByLabel("6", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByLabel("Would you like to say more?").fill("Too slow");
            customer.readsTheQuestion();
            page.locator("button.send").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Thank you. We are sorry that this went wrong.");
            assertThat(page.locator("main").innerText()).contains("Too slow");
        }
    }

    private static void withoutStyle(Route route) {
        if (!route.request().method().equals("GET")) {
            route.resume();
            return;
        }
        var answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text().replaceFirst("(?s)<style>.*?</style>", "")));
    }

    @Test
    void aKeyboardIsEnough() {
        String link = invited("r-keyboard");
        try (Visitor customer = Visitor.arrives()) {
            Page page = customer.open(link + "?lang=en");
            Keys keys = new Keys(page);
            keys.tab("input[name=score]");
            keys.tab("textarea");
            keys.tab("button.send");
            page.keyboard().press("Enter");
            page.waitForSelector(".errors");
            assertThat(page.title()).startsWith("Error: ");

            keys.tab(".errors a");
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#score-0");
            assertThat(keys.isAt("input[name=score]"))
                    .as("the mistake leads to the scale")
                    .isTrue();
            page.keyboard().press("Space");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("input[name=score]:checked").inputValue()).isEqualTo("2");
            assertThat(page.locator(".q-neg").isVisible())
                    .as("the question follows")
                    .isTrue();
            keys.tab("textarea");
            page.keyboard().type("Written with keys");
            customer.readsTheQuestion();
            keys.tab("button.send");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/thanks"));

            keys.tabUntil("input[name=contact]");
            page.keyboard().press("Space");
            keys.tab("button.send");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("saved="));
            assertThat(page.locator("[role=status]").innerText()).contains("You may be contacted");

            keys.tabUntil("a[hreflang=sv]");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("lang=sv"));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("sv");
        }
        assertThat(touchpoint.answers())
                .filteredOn(answer -> answer.path("comment").asText().equals("Written with keys"))
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.path("contactPermitted").asBoolean()).isTrue());
    }

    /** The Tab key; wherever it leads can be seen. */
    private record Keys(Page page) {

        void tab(String expected) {
            page.keyboard().press("Tab");
            assertThat(isAt(expected)).as("Tab leads to " + expected).isTrue();
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "getComputedStyle(document.activeElement).outlineStyle !== 'none' && parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"))
                    .as("the focus on " + expected + " is seen")
                    .isTrue();
        }

        void tabUntil(String expected) {
            for (int i = 0; i < 20; i++) {
                page.keyboard().press("Tab");
                if (isAt(expected)) {
                    return;
                }
            }
            throw new AssertionError("Tab never leads to " + expected);
        }

        private boolean isAt(String selector) {
            return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
        }
    }

    @Test
    void whateverSomebodyWritesIsText() {
        String link = invited("r-hostile");
        try (Visitor customer = Visitor.arrives()) {
            customer.open(link + "?lang=en&score=\"><script>alert(3)</script>");
            customer.open(link + "?lang=\"><script>alert(4)</script>");
            Page page = customer.open(link + "?lang=en");
            Locator comment = page.locator("textarea");
            comment.fill(HOSTILE);
            page.locator("button.send").click();
            assertThat(page.locator(".errors").isVisible()).isTrue();
            assertThat(comment.inputValue()).isEqualTo(HOSTILE);

            // as a program does, which is asked to confirm however long it takes
            page.evaluate("document.querySelector(\"input[name=score][value='1']\").checked = true");
            page.evaluate("document.forms[0].requestSubmit()");
            page.waitForSelector("input[type=hidden][name=score]", ScannerJourneyTest.ATTACHED);
            assertThat(page.locator("dd").last().textContent()).isEqualTo(HOSTILE);

            customer.readsTheQuestion();
            page.locator("button.second").click();
            assertThat(comment.inputValue()).as("nothing typed is lost").isEqualTo(HOSTILE);
            customer.readsTheQuestion();
            page.locator("button.send").click();
            page.waitForURL(url -> url.contains("/thanks"));
            assertThat(page.locator("dd").last().textContent()).isEqualTo(HOSTILE);

            for (String next : List.of("/thanks", "/data", "/privacy", "/withdrawal", "?change=yes")) {
                customer.open(link + next);
                assertThat(page.locator("h1").innerText()).isNotBlank();
            }
            customer.assertNothingWentWrong();
        }
        try (Visitor colleague = Visitor.arrives()) {
            Page page = colleague.signInTo(SUITE, "/responses?respondent=r-hostile");
            assertThat(page.locator(".comment").first().textContent()).isEqualTo(HOSTILE);
            page.navigate(SUITE.url() + "/responses/suspected?state=CONFIRMED");
            colleague.assertNothingWentWrong();
        }
    }
}
