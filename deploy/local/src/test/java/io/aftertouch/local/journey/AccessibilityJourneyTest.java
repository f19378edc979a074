package io.aftertouch.local.journey;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** axe finds nothing on the pages that people meet, narrow and wide, light and dark; and nothing scrolls sideways. */
class AccessibilityJourneyTest {

    private static final RunningSuite SUITE = RunningSuite.shared();
    private static String link;
    private static String touchpointKey;

    @BeforeAll
    static void somethingToSee() {
        Site site = SUITE.site();
        Site.Touchpoint touchpoint = site.touchpoint("Store visit", "NPS", "LINK");
        touchpointKey = touchpoint.key();
        link = touchpoint.event("r-axe").at("/decisions/0/invitation/link").asText();
        for (int i = 0; i < 40; i++) {
            assertThat(touchpoint
                            .answer("a" + i, i % 11, i % 3 == 0 ? "Der var lang kø" : null)
                            .status())
                    .isBetween(200, 299);
        }
        touchpoint.awaitCounted(40);
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT", "320, DARK", "1280, LIGHT", "1280, DARK"})
    void noPageViolatesARule(int width, ColorScheme scheme) {
        try (Visitor visitor = Visitor.arrives(width, scheme)) {
            for (String language : List.of("en", "da", "sv", "nb", "de")) {
                assertAccessible(visitor.open(link + "?lang=" + language));
            }
            assertAccessible(visitor.open(SUITE.url() + "/s/AAAAAAAAAAAAAAAAAAAAAA"));
            assertAccessible(visitor.open(SUITE.url() + "/signin"));
            visitor.signInTo(SUITE, "/inbox");
            assertAccessible(visitor.page());
            for (String path : List.of(
                    "/inbox?tp=" + touchpointKey,
                    "/inbox/figures",
                    "/inbox/settings",
                    "/inbox/settings/flags",
                    "/inbox/settings/teams",
                    "/responses",
                    "/responses?segment=country:DK&q=der",
                    "/responses/import",
                    "/",
                    "/touchpoint/" + touchpointKey,
                    "/journey",
                    "/hotspots",
                    "/surveys",
                    "/touchpoints",
                    "/rules",
                    "/decisions",
                    "/settings",
                    "/mail")) {
                assertAccessible(visitor.open(SUITE.url() + path));
            }
            visitor.open(SUITE.url() + "/inbox?tp=" + touchpointKey)
                    .locator(".rows h3 a")
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
