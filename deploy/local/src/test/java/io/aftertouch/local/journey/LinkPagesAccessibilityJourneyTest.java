package io.aftertouch.local.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** axe finds nothing on the pages of touchpoints, stages and links, on posters and on the forms behind them. */
class LinkPagesAccessibilityJourneyTest {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static Site.Touchpoint store;
    private static String open;
    private static String closed;

    @BeforeAll
    static void aPosterHangs() {
        Site site = SUITE.site();
        store = site.touchpoint("Store visit", "CSAT", "LINK");
        Map<String, Object> link =
                Map.of("survey", store.survey(), "touchpoint", store.key(), "segments", Map.of("store", "aarhus"));
        open = site.post("/api/v1/public-links", link).path("code").asText();
        closed = site.post("/api/v1/public-links", link).path("code").asText();
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT", "320, DARK", "1280, LIGHT", "1280, DARK"})
    void noPageViolatesARule(int width, ColorScheme scheme) {
        try (Visitor visitor = Visitor.arrives(width, scheme)) {
            String form = SUITE.url() + "/p/" + open;
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(visitor.page().navigate(form).status()).isEqualTo(200));
            for (String language : List.of("en", "da", "sv", "nb", "de")) {
                assertAccessible(visitor.open(form + "?lang=" + language));
                visitor.page().locator("button.send").click();
                assertAccessible(visitor.page());
                assertAccessible(visitor.open(form + "/privacy?lang=" + language));
                assertAccessible(visitor.open(SUITE.url() + "/p/2222-2222?lang=" + language));
            }
            visitor.open(form + "?score=1&lang=en");
            visitor.readsTheQuestion();
            visitor.page().locator("button.send").click();
            assertThat(visitor.page().url()).contains("/thanks?");
            assertAccessible(visitor.page());

            visitor.signInTo(SUITE, "/links");
            for (String path : List.of(
                    "/links",
                    "/links?touchpoint=none",
                    "/links/" + open,
                    "/touchpoints",
                    "/touchpoints?moved=" + store.key() + "&step=UP",
                    "/touchpoints/" + store.key(),
                    "/settings/stages",
                    "/settings/stages?moved=purchase&step=DOWN",
                    "/settings/parked-messages")) {
                assertAccessible(visitor.open(SUITE.url() + path));
            }
            for (String format : List.of("a4", "a6", "receipt")) {
                assertAccessible(visitor.open(SUITE.url() + "/links/" + open + "/print?lang=de&format=" + format));
            }
            visitor.open(SUITE.url() + "/links/" + closed)
                    .locator("details.act summary")
                    .first()
                    .click();
            assertAccessible(visitor.page());
        }
    }

    private static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url() + " at " + page.viewportSize().width)
                .isEmpty();
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(page.url() + " does not scroll sideways at " + page.viewportSize().width)
                .isTrue();
    }
}
