package io.aftertouch.local.journey;

import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A colleague works through the inbox with a browser: with the keyboard alone, while new cases come in, and without scripts. */
class InboxJourneyTest {

    private static final RunningSuite SUITE = RunningSuite.shared();

    private final Site.Touchpoint touchpoint = SUITE.site().touchpoint("Lamp repaired", "NPS", "LINK");

    @Test
    void aCaseIsFoundTakenAndClosedWithTheKeyboardAlone() {
        String flickers = answered(2, "It flickers");
        String dark = answered(1, "It stays dark");
        try (Visitor colleague = Visitor.arrives()) {
            Page page = colleague.signInTo(SUITE, list());
            page.keyboard().press("?");
            assertThat(page.locator("#keys").innerText()).contains("resolve", "fewer keys");
            page.keyboard().press("j");
            assertIn(page, "It flickers");
            page.keyboard().press("j");
            assertIn(page, "It stays dark");
            page.keyboard().press("k");
            assertIn(page, "It flickers");
            page.keyboard().press("x");
            assertThat(page.locator("input[name=case]:checked").inputValue()).isEqualTo(flickers);

            page.keyboard().press("Enter");
            page.waitForSelector("#case-h:focus");
            assertThat(page.url()).endsWith("case=" + flickers);
            assertThat(page.locator("blockquote.comment").innerText()).isEqualTo("It flickers");
            page.keyboard().press("a");
            page.getByText("admin has it since").waitFor();
            awaitKeys(page);
            page.keyboard().press("e");
            page.waitForSelector("#reason:focus");
            page.keyboard().press("Tab");
            page.keyboard().type("Loose contact");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.getByText("Loose contact").first().waitFor();
            awaitKeys(page);

            page.keyboard().press("/");
            page.waitForSelector("#q:focus");
            page.keyboard().type("DARK");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("q=DARK"));
            page.locator(".rows").getByText("It stays dark").waitFor();
            assertThat(page.locator(".rows li").count()).isOne();

            Locator keys = page.locator("#keys button");
            keys.focus();
            page.keyboard().press("Enter");
            assertThat(keys.innerText()).isEqualTo("Switch keys on");
            page.keyboard().press("j");
            assertThat((Boolean) keys.evaluate("button => button === document.activeElement"))
                    .as("a letter does nothing any more")
                    .isTrue();
            page.reload();
            assertThat(keys.innerText()).as("it is remembered").isEqualTo("Switch keys on");
            colleague.assertNothingWentWrong();

            page.context().clearCookies();
            page.locator(".rows h3 a").first().click();
            page.getByLabel("Password").waitFor();
        }
        assertThat(SUITE.site()
                        .get("/api/v1/review-cases/" + flickers)
                        .path("rootCause")
                        .asText())
                .isEqualTo("Loose contact");
        assertThat(state(dark)).isEqualTo("NEW");
    }

    @Test
    void newsOfACaseMovesNothing() {
        answered(2, "It flickers");
        try (Visitor colleague = Visitor.arrives()) {
            Page page = colleague.signInTo(SUITE, "/inbox/figures");
            for (int width : new int[] {1280, 320}) {
                page.setViewportSize(width, 800);
                page.navigate(SUITE.url() + list());
                Locator row = page.locator(".rows li").first();
                row.hover();
                int rows = page.locator(".rows li").count();
                BoundingBox before = row.boundingBox();

                Locator news = page.locator(".live .toast");
                String late = answeredUntilTold("It went out at " + width, news);
                BoundingBox after = row.boundingBox();
                assertThat(after.y).as("at " + width).isEqualTo(before.y);
                assertThat(after.height).isEqualTo(before.height);
                assertThat(page.locator(".rows li").count()).isEqualTo(rows);
                assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("nothing scrolls sideways at " + width)
                        .isEqualTo(true);

                assertThat(news.getByRole(AriaRole.LINK).getAttribute("href")).startsWith(list());
                page.navigate(SUITE.url() + list() + "&case=" + late);
                assertThat(page.locator("blockquote.comment").innerText()).isEqualTo("It went out at " + width);
            }
            colleague.assertNothingWentWrong();
        }
    }

    @Test
    void withoutScriptsSeveralCasesAreTakenAtOnceAndThatIsTakenBack() {
        String one = answered(2, "It flickers");
        String other = answered(1, "It stays dark");
        try (Visitor colleague = Visitor.withoutJavaScript()) {
            Page page = colleague.signInTo(SUITE, list());
            for (Locator choice : page.locator("input[name=case]").all()) {
                choice.check();
            }
            button(page, "Take chosen").click();
            page.waitForURL(url -> url.contains("done=TAKE"));
            assertThat(page.locator(".toast").innerText()).contains("2 cases taken");
            assertThat(state(one)).isEqualTo("IN_PROGRESS");
            assertThat(state(other)).isEqualTo("IN_PROGRESS");
            button(page, "Undo").click();
            page.waitForURL(url -> url.contains("done=UNDO"));
            assertThat(page.locator(".toast").innerText()).contains("2 cases");
            assertThat(state(one)).isEqualTo("NEW");
            assertThat(state(other)).isEqualTo("NEW");

            page.locator(".rows h3 a").first().click();
            page.locator("#note").evaluate("note => note.closest('details').open = true");
            page.getByLabel("Note for colleagues").fill("Bulb ordered");
            button(page, "Save note").click();
            page.locator(".history").getByText("Bulb ordered").waitFor();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A page is seen before its script listens. */
    private static void awaitKeys(Page page) {
        page.waitForSelector("#keys button");
    }

    private static void assertIn(Page page, String comment) {
        assertThat(page.evaluate("document.activeElement.closest('.row')?.innerText"))
                .asString()
                .contains(comment);
    }

    private String list() {
        return "/inbox?tp=" + touchpoint.key();
    }

    /** A page listens a moment after it is there, and is not told what came before. */
    private String answeredUntilTold(String comment, Locator news) {
        String late = null;
        for (int tries = 0; tries < 10 && !news.isVisible(); tries++) {
            late = answered(1, comment);
            try {
                news.waitFor(new Locator.WaitForOptions().setTimeout(3_000));
            } catch (TimeoutError notYet) {
                assertThat(tries).as("news of a case").isLessThan(9);
            }
        }
        return late;
    }

    /** @return the case of the answer */
    private String answered(int score, String comment) {
        Site.Reply reply = touchpoint.answer(UUID.randomUUID().toString(), score, comment);
        assertThat(reply.status()).isEqualTo(201);
        String response = reply.body().path("id").asText();
        return touchpoint.cases().stream()
                .filter(one -> one.path("responseId").asText().equals(response))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private String state(String reviewCase) {
        return SUITE.site()
                .get("/api/v1/review-cases/" + reviewCase)
                .path("state")
                .asText();
    }
}
