package io.aftertouch.local.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A dashboard that is left open stays up to date, and nothing moves under the hand of whoever looks at it. */
class OpenDashboardJourneyTest {

    private static final RunningSuite SUITE = RunningSuite.shared();

    @Test
    void figuresChangeWhereTheyStandAndWaitWhereSomebodyIs() {
        Site.Touchpoint touchpoint = SUITE.site().touchpoint("Left open", "NPS", "LINK");
        answered(touchpoint, 0, 10);
        try (Visitor analyst = Visitor.arrives()) {
            Page page = analyst.signInTo(SUITE, "/touchpoint/" + touchpoint.key());
            Locator figure = page.locator(".kpi-main dd");
            Locator steps = page.locator("[data-live^=steps]");
            Locator time = page.locator("[data-live=asof]");
            assertThat(figure.innerText()).contains("n\u00a0=\u00a010");
            page.locator(".coms")
                    .getByText("Answer 9", new Locator.GetByTextOptions().setExact(true))
                    .waitFor();
            page.locator(".chart-more summary").first().click();
            page.locator("h1").click();

            answered(touchpoint, 10, 20);
            looksAgain(page);
            saysN(page, figure, 20);
            assertThat(steps.innerText()).as("the table that was unfolded").contains("20");

            String before = time.innerText();
            page.locator(".chart a[href*=csv]").focus();
            answered(touchpoint, 20, 30);
            looksAgain(page);
            saysN(page, figure, 30);
            assertThat(steps.innerText()).as("where the focus is").doesNotContain("30");
            assertThat(time.innerText()).as("of the oldest figure").isEqualTo(before);

            page.locator(".chart a[href*=csv]").blur();
            looksAgain(page);
            page.waitForCondition(() -> steps.innerText().contains("30"));
            assertThat(page.locator("[data-live-news]").innerText()).isEmpty();
            analyst.assertNothingWentWrong();
        }
    }

    private static void answered(Site.Touchpoint touchpoint, int from, int to) {
        for (int i = from; i < to; i++) {
            touchpoint.answer(Integer.toString(i), 9, "Answer " + i);
        }
        touchpoint.awaitCounted(to);
    }

    /** As if somebody came back to the tab. */
    private static void looksAgain(Page page) {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private static void saysN(Page page, Locator figure, int n) {
        page.waitForCondition(() -> figure.innerText().contains("n\u00a0=\u00a0" + n));
    }
}
